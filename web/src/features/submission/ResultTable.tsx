import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../api/types';
import { KnownHow } from '../../parts/KnownHow';
import { Quantity } from '../../parts/Quantity';
import { Verdict } from '../../parts/Tags';
import { emissionTerms, type FigureName } from '../disclosure/derivation';
import { Figure } from '../disclosure/Figure';
import { indicatorName, targetSign } from '../disclosure/indicators';

/** A result for the desk: indicators with verdicts, then emissions and energy; every number opens. */
export function ResultTable({ result, title }: { result: Result; title?: string }) {
  const { t, i18n } = useTranslation();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{title ?? t('year.result')}</h2>
      <div className="pair tables">
        <div className="scroll-x" role="group" aria-label={t('year.indicators')} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('year.indicators')}</th><th scope="col" className="number">{t('year.value')}</th><th scope="col" className="number">{t('year.target')}</th><th scope="col">{t('year.verdict')}</th></tr></thead>
            <tbody>
              {result.indicators.map((indicator) => (
                <tr key={indicator.id}>
                  <th scope="row">{indicatorName(indicator, i18n.language, t)}</th>
                  <td className="number"><Figure figure={indicator.id as FigureName} value={indicator.value} unit={indicator.unit} result={result} /></td>
                  <td className="number">{indicator.target === null ? '–' : <>{targetSign(indicator)} <Quantity value={indicator.target} unit={indicator.unit} /></>}</td>
                  <td><Verdict verdict={indicator.verdict} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="scroll-x" role="group" aria-label={t('year.emissions')} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('year.emissions')}</th><th scope="col" className="number">{t('year.value')}</th></tr></thead>
            <tbody>
              {[...emissionTerms, 'total' as const].map((term) => <tr key={term} className={term === 'total' ? 'sum' : undefined}><th scope="row">{t(`term.${term}`)}</th><td className="number"><Figure full figure={term} value={result.emissions[term]} unit="t" result={result} /></td></tr>)}
              <tr><th scope="row">{t('figure.name.energy')}</th><td className="number"><Figure full figure="energy" value={result.energy.tce} unit="tce" result={result} /></td></tr>
            </tbody>
          </table>
        </div>
        <KnownHow result={result} />
      </div>
    </section>
  );
}
