import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Modeler } from './drawing/modeler';
import './drawing.css';
import { Skeleton } from './Skeleton';

/** A drawing to be drawn upon, from the text it begins with. Every change is told as the whole text, a moment after it was made. */
export function DrawingEditor({ initial, onChange, onFailed }: { initial: string; onChange: (xml: string) => void; onFailed: () => void }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const heard = useRef({ onChange, onFailed });
  useEffect(() => { heard.current = { onChange, onFailed }; });

  useEffect(() => {
    let [gone, made, timer] = [false, undefined as Modeler | undefined, undefined as ReturnType<typeof setTimeout> | undefined];
    const tell = () => {
      clearTimeout(timer);
      timer = setTimeout(() => { void made?.xml().then((drawn) => { if (!gone) heard.current.onChange(drawn); }); }, 300);
    };
    const element = place.current;
    if (element) {
      void import('./drawing/modeler').then(async ({ edit }) => {
        const modeler = await edit(initial, element, t('drawing.editor'), tell);
        if (gone) { modeler.destroy(); return; }
        made = modeler;
        setReady(true);
      }).catch(() => { if (!gone) heard.current.onFailed(); });
    }
    return () => { gone = true; clearTimeout(timer); made?.destroy(); };
  }, [initial, t]);

  return <div className="drawing"><div ref={place} className="drawing-place editor" aria-busy={!ready} />{!ready && <div className="drawing-wait"><Skeleton height={200} /></div>}</div>;
}
