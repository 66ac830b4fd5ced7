import { useTranslation } from 'react-i18next';
import { namedUnits, show, type MassUnit } from '../lib/quantity';
import { useStored } from '../lib/use-stored';

/** A number with its unit; no number is said, never drawn as zero. */
export function Quantity({ value, unit, full = false }: { value: string | null | undefined; unit: string; full?: boolean }) {
  const { t } = useTranslation();
  const [mass] = useStored<MassUnit>('mass', 't');
  if (value === null || value === undefined) return <span className="soft">{t('noData')}</span>;
  const shown = show(value, unit, mass);
  const word = namedUnits.includes(shown.unit) ? t(`unit.${shown.unit}`) : shown.unit;
  return (
    <span className="plain" title={`${shown.exact} ${word}`}>
      {full ? shown.exact : shown.text}{word && <span className="of">{word}</span>}
    </span>
  );
}
