import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sum } from '../../lib/decimal';
import { Quantity } from '../../parts/Quantity';
import './boundary.css';
import { BoundarySketch } from './BoundarySketch';
import { BoundaryWords } from './BoundaryWords';
import { length, outlines } from './outline';
import { areaOf, overlay } from './overlay';

/** A boundary as it is compared. */
export type Bounds = {
  /** How the page calls it, e.g. version 2. */
  title: string;
  words: string | null;
  geometry: unknown;
  /** km², as the register counts it; counted here where it did not yet. */
  area?: string | null;
};

/** What changed between two boundaries: one drawing on a common scale, the areas beside it, the words below. */
export function BoundaryDiff({ name, before, after }: { name: string; before: Bounds; after: Bounds }) {
  const { t } = useTranslation();
  const id = useId().replace(/[^A-Za-z0-9]/g, '');
  const found = useMemo(() => (before.geometry && after.geometry ? overlay(before.geometry, after.geometry) : undefined), [before.geometry, after.geometry]);
  const missing = [before, after].filter(({ geometry }) => !geometry);
  return (
    <div className="boundary-diff">
      {missing.length === 0 ? <Overlaid id={id} name={name} before={before} after={after} /> : missing.length === 1 && <BoundarySketch geometry={before.geometry ?? after.geometry} name={name} />}
      <div className="boundary-areas">
        {missing.map(({ title }) => <p key={title} className="soft">{t('bounds.noOutline', { which: title })}</p>)}
        {missing.length < 2 && (
          <table aria-label={t('bounds.area')}>
            <thead><tr><th scope="col">{t('bounds.part')}</th><th scope="col" className="number">{t('bounds.area')}</th></tr></thead>
            <tbody>
              {found && parts.map((part) => (
                <tr key={part}>
                  <th scope="row"><span className="boundary-part"><Swatch id={id} part={part} />{t(`bounds.${part}`)}</span></th>
                  <td className="number"><Quantity value={found[part].toFixed(4)} unit="km²" /></td>
                </tr>
              ))}
              <Totals before={before} after={after} />
            </tbody>
          </table>
        )}
        {missing.length === 0 && !found && <p className="small soft">{t('bounds.notSplit')}</p>}
        {missing.length < 2 && <p className="small soft">{t('bounds.areaHow')}</p>}
      </div>
      <BoundaryWords before={before} after={after} />
    </div>
  );
}

const parts = ['added', 'removed', 'kept'] as const;
type Part = (typeof parts)[number];

const areaIn = ({ area, geometry }: Bounds) => area ?? areaOf(geometry)?.toFixed(4);

function Totals({ before, after }: { before: Bounds; after: Bounds }) {
  const { t } = useTranslation();
  const [old, renewed] = [areaIn(before), areaIn(after)];
  return (
    <>
      <tr className="sum"><th scope="row">{t('bounds.before')}</th><td className="number"><Quantity value={old} unit="km²" /></td></tr>
      <tr><th scope="row">{t('bounds.after')}</th><td className="number"><Quantity value={renewed} unit="km²" /></td></tr>
      {old && renewed && <tr><th scope="row">{t('bounds.difference')}</th><td className="number"><Difference from={old} to={renewed} /></td></tr>}
    </>
  );
}

/** How much larger or smaller, with its sign. */
export function Difference({ from, to }: { from: string; to: string }) {
  const value = sum([to, `-${from}`]);
  return <>{!value.startsWith('-') && /[1-9]/.test(value) && '+'}<Quantity value={value} unit="km²" /></>;
}

/** Both outlines in one frame; what only the new one holds is striped, what only the old one held is dotted. */
function Overlaid({ id, name, before, after }: { id: string; name: string; before: Bounds; after: Bounds }) {
  const { t } = useTranslation();
  const drawn = outlines(before.geometry, after.geometry);
  if (!drawn) return null;
  const [old, renewed] = drawn.paths;
  const bar = (drawn.scaleMetres / drawn.metresAcross) * 100;
  const all = { x: -4, y: -4, width: 108, height: drawn.height + 8 };
  return (
    <figure className="sketch">
      <svg preserveAspectRatio="xMidYMid" viewBox={`-4 -4 108 ${String(drawn.height + 16)}`} role="img" aria-label={t('bounds.label', { name, before: before.title, after: after.title })}>
        <defs>
          <Patterns id={id} />
          <mask id={`${id}-not-old`} maskUnits="userSpaceOnUse" {...all}><rect {...all} fill="#fff" /><path d={old} fill="#000" fillRule="evenodd" /></mask>
          <mask id={`${id}-not-new`} maskUnits="userSpaceOnUse" {...all}><rect {...all} fill="#fff" /><path d={renewed} fill="#000" fillRule="evenodd" /></mask>
        </defs>
        <path d={old} fill="#e5e7eb" fillRule="evenodd" />
        <path d={old} fill={`url(#${id}-removed)`} fillRule="evenodd" mask={`url(#${id}-not-new)`} />
        <path d={renewed} fill={`url(#${id}-added)`} fillRule="evenodd" mask={`url(#${id}-not-old)`} />
        <path d={renewed} fill="none" stroke="#1f2937" strokeWidth="0.9" strokeLinejoin="round" />
        <path d={old} fill="none" stroke="#4b5563" strokeWidth="0.7" strokeDasharray="2 1.4" strokeLinejoin="round" />
        <path d={`M0 ${String(drawn.height + 8)}h${String(bar)}m0 -2v4M0 ${String(drawn.height + 6)}v4`} stroke="#4b5563" strokeWidth="0.7" fill="none" />
      </svg>
      <figcaption className="small soft">{t('bounds.scale', { length: length(drawn.scaleMetres), before: before.title, after: after.title })}</figcaption>
    </figure>
  );
}

/** Stripes and dots in colours that the colour-blind tell apart. */
function Patterns({ id }: { id: string }) {
  return (
    <>
      <pattern id={`${id}-added`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#d6e8f4" /><path d="M2 0v4" stroke="#0072b2" strokeWidth="1.4" /></pattern>
      <pattern id={`${id}-removed`} width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#fbe7da" /><circle cx="2" cy="2" r="1" fill="#d55e00" /></pattern>
    </>
  );
}

const signs: Record<Part, string> = { added: '+', removed: '−', kept: '=' };

/** The look of a part in the drawing, before its word. */
function Swatch({ id, part }: { id: string; part: Part }) {
  return (
    <>
      <svg className="boundary-swatch" viewBox="0 0 24 16" aria-hidden="true"><defs><Patterns id={`${id}-${part}`} /></defs><rect x="0.5" y="0.5" width="23" height="15" fill={part === 'kept' ? '#e5e7eb' : `url(#${id}-${part}-${part})`} stroke="#4b5563" /></svg>
      <span aria-hidden="true">{signs[part]}</span>
    </>
  );
}
