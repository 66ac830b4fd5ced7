import { useTranslation } from 'react-i18next';
import { length, outlines } from './outline';

/** The registered boundary as an outline with a scale, no map beneath. */
export function BoundarySketch({ geometry, name }: { geometry: unknown; name: string }) {
  const { t } = useTranslation();
  const drawn = outlines(geometry);
  if (!drawn) return null;
  const bar = (drawn.scaleMetres / drawn.metresAcross) * 100;
  return (
    <figure className="sketch">
      <svg preserveAspectRatio="xMinYMid" viewBox={`-4 -4 108 ${String(drawn.height + 16)}`} role="img" aria-label={t('sketch.label', { name })}>
        <path d={drawn.paths[0]} fill="#e9f4f2" stroke="#0f766e" strokeWidth="1" fillRule="evenodd" strokeLinejoin="round" />
        <path d={`M0 ${String(drawn.height + 8)}h${String(bar)}m0 -2v4M0 ${String(drawn.height + 6)}v4`} stroke="#4b5563" strokeWidth="0.7" fill="none" />
      </svg>
      <figcaption className="small soft">{t('sketch.scale', { metres: length(drawn.scaleMetres) })}</figcaption>
    </figure>
  );
}
