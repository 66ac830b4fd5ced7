import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import { exact, isDecimal } from '../../../lib/decimal';
import { useYear } from '../year-context';
import { LastYear } from './LastYear';
import { fromUnit, inUnit, numberIn } from './numbers';
import { usePowerUnit } from './power-unit';

type Props = {
  pointer: string;
  /** What it is called; read out when no label stands beside it. */
  label: string;
  labelled?: boolean;
  value: unknown;
  unit?: string | undefined;
  /** The unit stands elsewhere, so that a narrow field has room for its number. */
  bare?: boolean;
  last?: string | undefined;
  onChange: (text: string) => void;
};

/** A number as it was typed, kept in the record's unit; beside it last year's, below it what is wrong with it. */
export function NumberField({ pointer, label, labelled = false, value, unit, bare = false, last, onChange }: Props) {
  const { t } = useTranslation();
  const { problems } = useYear();
  const [power] = usePowerUnit();
  const places = unit === 'MWh' ? power.places : 0;
  const kept = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  // While it is being typed the text stays as it is; it belongs to what is kept, so that a change from elsewhere shows.
  const [typed, setTyped] = useState<{ text: string; kept: string; places: number }>();
  const shown = inUnit(kept, places);
  // Years and versions have no unit, and no thousands separators.
  const text = typed?.kept === kept && typed.places === places ? typed.text : unit !== undefined && isDecimal(shown) ? exact(shown).replace('−', '-') : shown;
  const wrong = problems.get(pointer);
  const id = fieldId(pointer);
  const change = (next: string) => {
    const keep = fromUnit(next, places);
    setTyped({ text: next, kept: keep, places });
    onChange(keep);
  };
  return (
    <>
      <Input id={id} value={text} inputMode="decimal" maxLength={30} suffix={bare ? undefined : unit === 'MWh' ? t(`unit.${power.name}`) : unit === 'wanYuan' ? t('unit.wanYuan') : unit} status={wrong ? 'error' : ''}
        {...(!labelled && { 'aria-label': label })} aria-invalid={wrong ? true : undefined} aria-describedby={[wrong && `${id}-error`, last !== undefined && `${id}-last`].filter(Boolean).join(' ') || undefined}
        onChange={(event) => { change(event.target.value); }} onBlur={() => { setTyped(undefined); }} />
      {wrong && <span id={`${id}-error`} className="cell-error">{wrong}</span>}
      {last !== undefined && <LastYear id={`${id}-last`} now={numberIn(kept)} last={last} places={places} />}
    </>
  );
}
