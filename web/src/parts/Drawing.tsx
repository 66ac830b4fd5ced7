import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawnIn, titleOf } from '../lib/bpmn';
import type { Viewer } from './drawing/viewer';
import { badgeOf } from './drawing/badge';
import type { NodeMark } from './drawing/marks';
import './drawing.css';
import { Skeleton } from './Skeleton';

type Props = {
  xml: string;
  marks: readonly NodeMark[];
  /** Flows to be drawn strongly, such as the way to a failure. */
  taken?: readonly string[];
  chosen?: string | undefined;
  onChoose?: (node: string) => void;
};

/**
 * A process as it is drawn, with the state of its nodes. Whoever cannot see or use the drawing reads `DrawingTable` beside it:
 * everything said here is said there too.
 */
export function Drawing({ xml, marks, taken = [], chosen, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [viewer, setViewer] = useState<Viewer>();
  const [broken, setBroken] = useState<string>();
  const heard = useRef(onChoose);
  const first = useRef(marks);
  const title = useMemo(() => titleOf(xml, i18n.language), [xml, i18n.language]);
  useEffect(() => { heard.current = onChoose; first.current = marks; });

  useEffect(() => {
    let [gone, made] = [false, undefined as Viewer | undefined];
    const element = place.current;
    if (element) {
      void import('./drawing/viewer').then(async ({ show, look }) => {
        const drawn = await show(drawnIn(xml, i18n.language), element, title);
        if (gone) { drawn.destroy(); return; }
        made = drawn;
        look(drawn, first.current.find((mark) => mark.state !== 'done')?.node);
        drawn.onClick((id) => heard.current?.(id));
        setViewer(drawn);
      }).catch(() => { if (!gone) setBroken(xml); });
    }
    return () => { gone = true; setViewer(undefined); made?.destroy(); };
  }, [xml, title, i18n.language]);

  useEffect(() => {
    if (!viewer) return;
    const known = marks.filter((mark) => viewer.find(mark.node));
    known.forEach((mark) => {
      viewer.canvas.addMarker(mark.node, `is-${mark.state}`);
      if (mark.state !== 'done' || mark.note) viewer.overlays.add(mark.node, 'state', { position: { top: -12, left: -6 }, html: badgeOf(mark, t(`drawing.state.${mark.state}`)) });
    });
    return () => {
      viewer.overlays.remove({ type: 'state' });
      known.forEach((mark) => { viewer.canvas.removeMarker(mark.node, `is-${mark.state}`); });
    };
  }, [viewer, marks, t]);

  useEffect(() => marked(viewer, taken, 'is-taken'), [viewer, taken]);
  useEffect(() => marked(viewer, chosen ? [chosen] : [], 'is-chosen'), [viewer, chosen]);
  useEffect(() => { if (viewer && chosen && viewer.find(chosen)) viewer.canvas.scrollToElement(chosen); }, [viewer, chosen]);

  const failed = broken === xml;
  const zoom = (by: number) => { viewer?.canvas.zoom(viewer.canvas.zoom() * by, 'auto'); };
  return (
    <figure className="drawing">
      <div className="drawing-tools" role="group" aria-label={t('drawing.tools')}>
        <button type="button" className="button quiet" disabled={!viewer} onClick={() => { zoom(1.25); }}>{t('drawing.larger')}</button>
        <button type="button" className="button quiet" disabled={!viewer} onClick={() => { zoom(0.8); }}>{t('drawing.smaller')}</button>
        <button type="button" className="button quiet" disabled={!viewer} onClick={() => { viewer?.canvas.zoom('fit-viewport', 'auto'); }}>{t('drawing.whole')}</button>
      </div>
      <div ref={place} className="drawing-place" aria-busy={!viewer && !failed} />
      {!viewer && !failed && <div className="drawing-wait"><Skeleton height={200} /></div>}
      {failed && <p className="notice attention">{t('drawing.failed')}</p>}
      <figcaption className="small soft">{t('drawing.hint')}</figcaption>
    </figure>
  );
}

/** Gives elements of the drawing a look, and takes it away again. */
function marked(viewer: Viewer | undefined, ids: readonly string[], marker: string) {
  const known = ids.filter((id) => viewer?.find(id));
  known.forEach((id) => { viewer?.canvas.addMarker(id, marker); });
  return () => { known.forEach((id) => { viewer?.canvas.removeMarker(id, marker); }); };
}
