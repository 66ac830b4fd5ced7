import BpmnModeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';

export type Modeler = { xml: () => Promise<string>; destroy: () => void };

/** Lets a file be drawn upon. What the library does not know in it (deadlines, roles, forms) is kept as it is. */
export async function edit(xml: string, place: HTMLElement, label: string, changed: () => void): Promise<Modeler> {
  const modeler = new BpmnModeler({ container: place });
  await modeler.importXML(xml);
  place.querySelector('svg[data-element-id], .djs-container > svg')?.setAttribute('aria-label', label);
  modeler.get<{ zoom: (to: string, center: string) => void }>('canvas').zoom('fit-viewport', 'auto');
  modeler.on('commandStack.changed', changed);
  return {
    xml: async () => (await modeler.saveXML({ format: true })).xml ?? xml,
    destroy: () => { modeler.destroy(); },
  };
}
