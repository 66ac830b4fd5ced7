import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { YearDetail } from '../../api/types';
import { emissionTerms } from './derivation';
import { Figure } from './Figure';
import { counting } from './park-data';

const rows = [...emissionTerms, 'total'] as const;

/** Emissions by term, a column a year; verified values where there are any. */
export function EmissionsTable({ parkId, years }: { parkId: string; years: YearDetail[] }) {
  const { t } = useTranslation();
  const columns = years.flatMap((year) => {
    const current = counting(year);
    return current ? [{ year: year.year, ...current }] : [];
  });
  return (
    <div className="scroll-x" role="group" aria-label={t('park.emissions')} tabIndex={0}>
      <table>
        <caption className="hidden">{t('park.emissions')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('park.term')}</th>
            {columns.map(({ year, basis }) => (
              <th key={year} scope="col" className="number"><Link to={`/parks/${parkId}/years/${String(year)}`}>{year}</Link> <span className="soft">{t(`park.line.${basis}`)}</span></th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((term) => (
            <tr key={term} className={term === 'total' ? 'sum' : undefined}>
              <th scope="row">{t(`term.${term}`)}</th>
              {columns.map(({ year, result, basis }) => (
                <td key={year} className="number"><Figure figure={term} value={result.emissions[term]} unit="t" result={result} standing={{ parkId, year, basis }} /></td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('figure.name.energy')}</th>
            {columns.map(({ year, result, basis }) => (
              <td key={year} className="number"><Figure figure="energy" value={result.energy.tce} unit="tce" result={result} standing={{ parkId, year, basis }} /></td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
