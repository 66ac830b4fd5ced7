import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWords } from '../i18n';
import en from '../i18n/en/common.json';
import { DrawingTable } from './DrawingTable';

const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p" name="审核">
  <startEvent id="start" name="开始" />
  <userTask id="check" name="形式审查"><documentation>Completeness check</documentation></userTask>
  <exclusiveGateway id="which" name="齐全？" />
  <userTask id="decide" name="审定"><documentation>Decision</documentation></userTask>
</process></definitions>`;

const row = (name: string) => within(screen.getByRole('row', { name: new RegExp(name) }));

describe('the list beside a drawing', () => {
  beforeAll(() => startWords('en', [en]));

  it('says of every task where it stands, in words', () => {
    render(<DrawingTable xml={xml} marks={[{ node: 'check', state: 'done' }]} />);
    expect(row('Completeness check').getByText('done')).toBeInTheDocument();
    expect(row('Decision').getByText('not reached')).toBeInTheDocument();
  });

  it('tells the gravest of several states, with what is known of it', () => {
    render(<DrawingTable xml={xml} marks={[{ node: 'check', state: 'active' }, { node: 'check', state: 'overdue', about: 'since 3 March' }]} />);
    expect(row('Completeness check').getByText('overdue')).toBeInTheDocument();
    expect(row('Completeness check').getByText('since 3 March')).toBeInTheDocument();
  });

  it('lists a gateway only when something is the matter with it', () => {
    const { rerender } = render(<DrawingTable xml={xml} marks={[{ node: 'which', state: 'done' }]} />);
    expect(screen.queryByText('齐全？')).not.toBeInTheDocument();
    rerender(<DrawingTable xml={xml} marks={[{ node: 'which', state: 'incident' }]} />);
    expect(row('齐全？').getByText('stuck')).toBeInTheDocument();
  });

  it('lets a node be chosen by keyboard', async () => {
    const chosen: string[] = [];
    render(<DrawingTable xml={xml} marks={[]} onChoose={(node) => chosen.push(node)} />);
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(chosen).toEqual(['check']);
  });
});
