import { useTranslation } from 'react-i18next';
import type { YearItem } from '../../api/types';
import { namedUnits, show } from '../../lib/quantity';
import { targetOf, unitOf, valueOf, type Compared } from './compare';

/** A colour and a letter each, so that nobody has to tell parks by colour alone. */
export const marks = [['A', '#0072b2'], ['B', '#b34c00'], ['C', '#00785a'], ['D', '#a3487e'], ['E', '#4b5563']] as const;

/** One figure of a group of parks as dots on a line from zero: the chosen ones lettered, the others hollow, the target a stroke with its number. */
export function Spread({ item, group, chosen }: { item: Compared; group: YearItem[]; chosen: YearItem[] }) {
  const { t } = useTranslation();
  const others = group.filter((year) => !chosen.some((one) => one.parkId === year.parkId) && valueOf(year, item) !== null);
  const lettered = chosen.flatMap((year, index) => (valueOf(year, item) === null ? [] : [{ year, index }]));
  if (others.length + lettered.length === 0) return null;
  const target = chosen.map((year) => targetOf(year, item)).find((value) => value !== null) ?? null;
  const values = [...others, ...lettered.map(({ year }) => year)].map((year) => Number(valueOf(year, item)));
  const top = Math.max(...values, Number(target ?? 0), item === 'core' ? 0.4 : 1);
  const low = Math.min(0, ...values);
  const share = (value: string | null) => (100 * (Number(value) - low)) / (top - low);
  const at = (value: string | null) => ({ insetInlineStart: `${String(share(value))}%` });
  const words = (value: string) => {
    const shown = show(value, unitOf(item), 't');
    return shown.text + (namedUnits.includes(shown.unit) ? ` ${t(`unit.${shown.unit}`)}` : '');
  };
  return (
    <figure className="spread">
      <figcaption>{t(`figure.name.${item}`)}{target !== null && <span className="aim-word"> {t('compare.target', { target: words(target) })}</span>}</figcaption>
      <div className="strip" role="img" aria-label={t('compare.spreadOf', { name: t(`figure.name.${item}`), count: values.length })}>
        <div className="axis">
          {target !== null && <i className="aim-line" style={at(target)} />}
          {others.map((year) => <i key={year.parkId} className="other" style={at(valueOf(year, item))} />)}
          {lettered.map(({ year, index }) => <b key={year.parkId} style={{ ...at(valueOf(year, item)), background: marks[index]?.[1] }}>{marks[index]?.[0]}</b>)}
        </div>
        <div className="ends"><span>{words(String(low))}</span><span>{words(String(Number(top.toPrecision(3))))}</span></div>
      </div>
    </figure>
  );
}
