import { describe, expect, it } from 'vitest';
import { drawnIn, flowsOf, nodesOf, titleOf } from './bpmn';

const xml = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <bpmn:process id="review" name="省级审核">
    <bpmn:documentation>Provincial review
It sets no periods.</bpmn:documentation>
    <bpmn:startEvent id="start" name="开始" />
    <bpmn:sequenceFlow id="go" name="材料齐全" sourceRef="start" targetRef="look"><bpmn:documentation>Complete</bpmn:documentation></bpmn:sequenceFlow>
    <bpmn:userTask id="look" name="形式审查"><bpmn:documentation>Completeness check
Period: 5 working days</bpmn:documentation></bpmn:userTask>
    <bpmn:exclusiveGateway id="which" />
  </bpmn:process>
</bpmn:definitions>`;

describe('a drawing', () => {
  it('has its nodes in the order of the file, by their official names', () => {
    expect(nodesOf(xml, 'zh-CN').map(({ id, kind, name }) => [id, kind, name])).toEqual([['start', 'start', '开始'], ['look', 'task', '形式审查'], ['which', 'choice', 'which']]);
  });

  it('says which nodes have no name of their own', () => {
    expect(nodesOf(xml, 'zh-CN').filter((node) => !node.named).map((node) => node.id)).toEqual(['which']);
  });

  it('is named in English by the first line of what it documents, and in Chinese where it has no such line', () => {
    expect(nodesOf(xml, 'en').map((node) => node.name)).toEqual(['开始', 'Completeness check', 'which']);
    expect(titleOf(xml, 'en')).toBe('Provincial review');
  });

  it('is shown with English names and kept as it is', () => {
    expect(drawnIn(xml, 'en')).toContain('name="Completeness check"');
    expect(drawnIn(xml, 'zh-CN')).toBe(xml);
  });

  it('knows where its flows go', () => {
    expect(flowsOf(xml, 'en')).toEqual([{ id: 'go', from: 'start', to: 'look', name: 'Complete' }]);
  });

  it('has no nodes when the text is no drawing', () => {
    expect(nodesOf('nonsense', 'en')).toEqual([]);
    expect(drawnIn('<a', 'en')).toBe('<a');
  });
});
