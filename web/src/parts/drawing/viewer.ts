import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';

/** What this page uses of bpmn-js, by name; the library itself is loaded with this file, and only when a drawing is looked at. */
export type Shape = { id: string; type: string; x: number; y: number; width: number; height: number; waypoints?: { x: number; y: number }[]; labelTarget?: unknown };

type Canvas = {
  zoom: (to?: number | 'fit-viewport', center?: 'auto' | { x: number; y: number }) => number;
  viewbox: (to?: { x: number; y: number; width: number; height: number }) => { x: number; y: number; width: number; height: number; scale: number; inner: { x: number; y: number; width: number; height: number }; outer: { width: number; height: number } };
  addMarker: (id: string, marker: string) => void;
  removeMarker: (id: string, marker: string) => void;
  scrollToElement: (id: string) => void;
};

type Overlays = { add: (id: string, type: string, overlay: { position: { top?: number; left?: number; right?: number; bottom?: number }; html: HTMLElement }) => string; remove: (filter: { type: string }) => void };

export type Viewer = {
  canvas: Canvas;
  overlays: Overlays;
  find: (id: string) => Shape | undefined;
  onClick: (heard: (id: string) => void) => void;
  destroy: () => void;
};

/** Smaller than this nobody reads the names: the drawing is then shown in part. */
const readable = 0.5;

/** Draws a file into a place of the page. The wheel scrolls the page, as everywhere else; buttons zoom and dragging moves. */
export async function show(xml: string, place: HTMLElement, label: string): Promise<Viewer> {
  const drawn = new NavigatedViewer({
    container: place,
    zoomScroll: { enabled: false },
    textRenderer: { defaultStyle: { fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif', fontSize: 12 } },
    bpmnRenderer: { defaultStrokeColor: '#4b5563', defaultLabelColor: '#1f2937' },
  });
  await drawn.importXML(xml);
  const svg = place.querySelector('svg.djs-element, .djs-container > svg');
  svg?.setAttribute('role', 'group');
  svg?.setAttribute('aria-label', label);
  const registry = drawn.get<{ get: (id: string) => Shape | undefined }>('elementRegistry');
  return {
    canvas: drawn.get<Canvas>('canvas'),
    overlays: drawn.get<Overlays>('overlays'),
    find: (id) => registry.get(id),
    onClick: (heard) => { drawn.on('element.click', (event: { element: Shape }) => { heard(event.element.id.replace(/_label$/, '')); }); },
    destroy: () => { drawn.destroy(); },
  };
}

/** The whole drawing where it can be read so, else the part around what matters. */
export function look(viewer: Viewer, at: string | undefined) {
  const { canvas } = viewer;
  if (canvas.zoom('fit-viewport', 'auto') >= readable) return;
  const { inner, outer } = canvas.viewbox();
  const scale = Math.max(readable, Math.min(1, outer.height / (inner.height + 60)));
  const shape = at === undefined ? undefined : viewer.find(at);
  const [width, height] = [outer.width / scale, outer.height / scale];
  const x = shape ? shape.x + shape.width / 2 - width / 2 : inner.x - 20;
  const y = shape ? shape.y + shape.height / 2 - height / 2 : inner.y + inner.height / 2 - height / 2;
  canvas.viewbox({ x: within(x, inner.x - 20, inner.x + inner.width + 20 - width), y: inner.height < height ? inner.y + inner.height / 2 - height / 2 : within(y, inner.y - 30, inner.y + inner.height + 30 - height), width, height });
}

const within = (value: number, least: number, most: number) => Math.max(least, Math.min(value, Math.max(least, most)));
