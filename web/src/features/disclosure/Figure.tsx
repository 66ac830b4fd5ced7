import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../api/types';
import { Quantity } from '../../parts/Quantity';
import type { FigureName } from './derivation';
import { DisputeMark } from './DisputeMark';
import { figureName } from './indicators';

const DerivationDrawer = lazy(async () => ({ default: (await import('./DerivationDrawer')).DerivationDrawer }));

/** Where a figure stands: which park, which year, as reported or as verified. */
export type Standing = { parkId: string; year: number; basis: 'reported' | 'verified' };

type Props = { figure: FigureName; value: string | null | undefined; unit: string; result: Result; standing?: Standing; full?: boolean };

/** A number of the register. Pressing it opens how it came about. */
export function Figure({ figure, value, unit, result, standing, full }: Props) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  if (value === null || value === undefined) return <Quantity value={value} unit={unit} />;
  return (
    <>
      <button type="button" className="figure" aria-haspopup="dialog" onClick={() => { setOpen(true); }}>
        <Quantity value={value} unit={unit} full={full ?? false} />
        <span className="hidden"> {t('figure.open', { name: figureName(figure, result, i18n.language, t) })}</span>
      </button>
      {standing && <DisputeMark standing={standing} figure={figure} />}
      {open && <Suspense><DerivationDrawer figure={figure} value={value} unit={unit} result={result} {...(standing && { standing })} onClose={() => { setOpen(false); }} /></Suspense>}
    </>
  );
}
