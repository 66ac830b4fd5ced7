import { useTranslation } from 'react-i18next';
import type { YearDetail } from '../../api/types';
import { palette } from '../../lib/palette';
import { show, type MassUnit } from '../../lib/quantity';
import { useStored } from '../../lib/use-stored';
import { emissionTerms } from './derivation';
import { counting } from './park-data';

/** Emissions by term, one bar a year, from zero; a term that takes away hangs below. The table beneath says the same in numbers. */
export function EmissionsBars({ years }: { years: YearDetail[] }) {
  const { t } = useTranslation();
  const [mass] = useStored<MassUnit>('mass', 't');
  const bars = years.flatMap((year) => {
    const result = counting(year)?.result;
    return result ? [{ year: year.year, total: result.emissions.total, terms: emissionTerms.map((term) => Number(result.emissions[term])) }] : [];
  });
  const ends = (terms: number[]) => [terms.filter((value) => value > 0).reduce((a, b) => a + b, 0), terms.filter((value) => value < 0).reduce((a, b) => a + b, 0)] as const;
  const top = Math.max(0, ...bars.map(({ terms }) => ends(terms)[0]));
  const low = Math.min(0, ...bars.map(({ terms }) => ends(terms)[1]));
  if (top === low) return null;
  const wide = (value: number) => (100 * Math.abs(value)) / (top - low);
  const shown = emissionTerms.filter((_, index) => bars.some(({ terms }) => terms[index] !== 0));
  return (
    <figure className="bars" role="img" aria-label={t('park.emissionsChart')}>
      <figcaption className="small">{shown.map((term) => <span key={term} className="key"><i className="shade" style={{ background: colour(term) }} />{t(`term.${term}`)}</span>)}</figcaption>
      {bars.map(({ year, terms, total }) => {
        const all = show(total, 't', mass);
        return (
          <div key={year} className="bar-line">
            <span>{year}</span>
            <span className="bar-track" style={{ paddingInlineStart: `${String(Math.max(0, wide(low) - wide(ends(terms)[1])))}%` }}>
              {[...emissionTerms.entries()].filter(([index]) => (terms[index] ?? 0) < 0).map(([index, term]) => <i key={term} className="minus" style={{ width: `${String(wide(terms[index] ?? 0))}%`, background: colour(term) }} />)}
              {[...emissionTerms.entries()].filter(([index]) => (terms[index] ?? 0) > 0).map(([index, term]) => <i key={term} style={{ width: `${String(wide(terms[index] ?? 0))}%`, background: colour(term) }} />)}
            </span>
            <span className="number">{all.text} {t(`unit.${all.unit}`)}</span>
          </div>
        );
      })}
    </figure>
  );
}

const colour = (term: (typeof emissionTerms)[number]) => palette[emissionTerms.indexOf(term)];
