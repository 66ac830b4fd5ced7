/** What a page reads of a drawing (BPMN 2.0) besides showing it: its nodes by name, and its names in the reader's language. */
const space = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const pictures = 'http://www.omg.org/spec/BPMN/20100524/DI';

const kinds = {
  userTask: 'task', serviceTask: 'work', sendTask: 'work', receiveTask: 'wait', callActivity: 'slot', subProcess: 'part',
  startEvent: 'start', endEvent: 'end', intermediateCatchEvent: 'wait', intermediateThrowEvent: 'event', boundaryEvent: 'event',
  exclusiveGateway: 'choice', parallelGateway: 'fork', eventBasedGateway: 'wait',
} as const;

export type NodeKind = (typeof kinds)[keyof typeof kinds];

/** A node as a person calls it; `named` is false where the drawing gives it none. */
export type DrawnNode = { id: string; kind: NodeKind; name: string; named: boolean };

export type DrawnFlow = { id: string; from: string; to: string; name: string };

/** In the order of the file, which is the order of the work. Text that is no drawing has none. */
export function nodesOf(xml: string, language: string): DrawnNode[] {
  return elements(xml).flatMap((element) => {
    const kind = kinds[element.localName as keyof typeof kinds] as NodeKind | undefined;
    if (!kind) return [];
    const id = element.getAttribute('id') ?? '';
    const name = nameIn(element, language);
    return [{ id, kind, name: name || id, named: name !== '' }];
  });
}

export function flowsOf(xml: string, language: string): DrawnFlow[] {
  return elements(xml).filter((element) => element.localName === 'sequenceFlow').map((element) => ({
    id: element.getAttribute('id') ?? '', from: element.getAttribute('sourceRef') ?? '', to: element.getAttribute('targetRef') ?? '', name: nameIn(element, language),
  }));
}

/** The title of its first process. */
export const titleOf = (xml: string, language: string) => elements(xml).filter((element) => element.localName === 'process').map((element) => nameIn(element, language))[0] ?? '';

/** The same drawing with its parts named in the reader's language; only for looking at, never for keeping. */
export function drawnIn(xml: string, language: string): string {
  if (language.startsWith('zh')) return xml;
  const drawing = parse(xml);
  if (!drawing) return xml;
  for (const element of drawing.getElementsByTagNameNS(space, '*')) {
    const name = nameIn(element, language);
    if (name && element.hasAttribute('name')) element.setAttribute('name', name);
  }
  const named = new Map([...drawing.getElementsByTagNameNS(space, '*')].map((element) => [element.getAttribute('id'), element.getAttribute('name') ?? '']));
  for (const label of drawing.getElementsByTagNameNS(pictures, 'BPMNLabel')) makeRoom(label, named.get(label.parentElement?.getAttribute('bpmnElement') ?? '') ?? '');
  return new XMLSerializer().serializeToString(drawing);
}

/** The official names are Chinese; the first line of a part's documentation is its name in English. */
function nameIn(element: Element, language: string): string {
  const chinese = element.getAttribute('name')?.trim() ?? '';
  if (language.startsWith('zh')) return chinese;
  const told = [...element.children].find((child) => child.namespaceURI === space && child.localName === 'documentation')?.textContent.trim().split('\n')[0]?.trim();
  return told || chinese;
}

/** Room for a label was measured for few wide signs; words in Latin letters need more of it, away from what they name. */
function makeRoom(label: Element, text: string) {
  const bounds = boundsIn(label);
  const shape = label.parentElement && boundsIn(label.parentElement);
  const [x, width] = [Number(bounds?.getAttribute('x')), Number(bounds?.getAttribute('width'))];
  const needed = Math.min(96, Math.max(...text.split(/\s+/).map((word) => word.length), text.length / 2) * 6.5 + 8);
  if (!bounds || needed <= width) return;
  const left = shape && x + width / 2 < Number(shape.getAttribute('x')) ? x + width - needed : shape && x < Number(shape.getAttribute('x')) + Number(shape.getAttribute('width')) ? x - (needed - width) / 2 : x;
  bounds.setAttribute('x', String(left));
  bounds.setAttribute('width', String(needed));
}

const boundsIn = (element: Element) => [...element.children].find((child) => child.localName === 'Bounds');

/** The elements of the drawings read last: a page asks the same drawing for its title, its nodes and its flows. */
const lately = new Map<string, Element[]>();

function elements(xml: string): Element[] {
  const known = lately.get(xml) ?? [...(parse(xml)?.getElementsByTagNameNS(space, '*') ?? [])];
  lately.delete(xml);
  lately.set(xml, known);
  if (lately.size > 20) lately.delete(lately.keys().next().value ?? '');
  return known;
}

function parse(xml: string): Document | undefined {
  const drawing = new DOMParser().parseFromString(xml, 'application/xml');
  return drawing.getElementsByTagName('parsererror').length > 0 ? undefined : drawing;
}

/** What a node's documentation says of its period and where that comes from (its line "Period: …"). */
export function periodSource(xml: string, node: string): string | undefined {
  const element = elements(xml).find((each) => each.getAttribute('id') === node);
  const told = [...(element?.children ?? [])].find((child) => child.namespaceURI === space && child.localName === 'documentation');
  return told?.textContent.split('\n').map((line) => line.trim()).find((line) => line.startsWith('Period:'))?.slice('Period:'.length).trim();
}
