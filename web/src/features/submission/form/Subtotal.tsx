import { useTranslation } from 'react-i18next';
import type { Result } from '../../../api/types';
import { sum } from '../../../lib/decimal';
import { Quantity } from '../../../parts/Quantity';
import { useYear } from '../year-context';

/** What a section adds to the year: its steps of the derivation, energy and emissions. */
export function subtotal(result: Result, section: string): { tce: string | undefined; co2: string | undefined } {
  const of = (terms: string, unit: string) => {
    const steps = result.derivation.filter((step) => step.unit === unit && new RegExp(`^(${terms})/${section}/\\d+$`).test(step.id));
    return steps.length > 0 ? sum(steps.map((step) => step.value)) : undefined;
  };
  return { tce: of('energy', 'tce'), co2: of('fuel|conversion|electricity|heat|process', 't') };
}

/** The running total of a section, below it. */
export function Subtotal({ section }: { section: string }) {
  const { t } = useTranslation();
  const { result } = useYear();
  if (!result) return null;
  const { tce, co2 } = subtotal(result, section);
  if (tce === undefined && co2 === undefined) return null;
  return (
    <p className="subtotal"><strong>{t('form.subtotal')}</strong>
      {tce !== undefined && <span>{t('form.subtotalEnergy')} <Quantity value={tce} unit="tce" /></span>}
      {co2 !== undefined && <span>{t('form.subtotalCo2')} <Quantity value={co2} unit="t" /></span>}
    </p>
  );
}
