import { useTranslation } from 'react-i18next';
import type { Result, YearDetail } from '../../api/types';
import { emissionTerms, type FigureName } from './derivation';
import { Figure } from './Figure';

type Line = { figure: FigureName; unit: string; of: (result: Result) => string | null };

const lines: Line[] = [
  ...[...emissionTerms, 'total' as const].map((term): Line => ({ figure: term, unit: 't', of: (result) => result.emissions[term] })),
  { figure: 'energy', unit: 'tce', of: (result) => result.energy.tce },
  { figure: 'directSupplyShare', unit: '1', of: (result) => result.directSupplyShare },
];

/** Reported beside verified, every digit. */
export function YearTable({ parkId, data }: { parkId: string; data: YearDetail }) {
  const { t } = useTranslation();
  const bases = (['reported', 'verified'] as const).flatMap((basis) => {
    const result = data[basis];
    return result ? [{ basis, result }] : [];
  });
  return (
    <div className="scroll-x" role="group" aria-label={t('year.values')} tabIndex={0}>
      <table>
        <caption className="hidden">{t('year.values')}</caption>
        <thead><tr><th scope="col">{t('year.figure')}</th>{bases.map(({ basis }) => <th key={basis} scope="col" className="number">{t(`park.line.${basis}`)}</th>)}</tr></thead>
        <tbody>
          {lines.map(({ figure, unit, of }) => (
            <tr key={figure} className={figure === 'total' ? 'sum' : undefined}>
              <th scope="row">{t(`figure.name.${figure}`)}</th>
              {bases.map(({ basis, result }) => (
                <td key={basis} className="number"><Figure full figure={figure} value={of(result)} unit={unit} result={result} standing={{ parkId, year: data.year, basis }} /></td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
