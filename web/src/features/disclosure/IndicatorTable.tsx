import { useTranslation } from 'react-i18next';
import type { Result } from '../../api/types';
import { Quantity } from '../../parts/Quantity';
import { Verdict } from '../../parts/Tags';
import type { FigureName } from './derivation';
import { Figure, type Standing } from './Figure';
import { indicatorName, targetSign } from './indicators';

/** Indicators against targets, with sign and word. On a narrow screen a row becomes two lines; the roles keep it a table for screen readers. */
export function IndicatorTable({ result, standing, guidingOnly = false }: { result: Result; standing: Standing; guidingOnly?: boolean }) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <p className="small soft">{t(`figure.basis.${standing.basis}`, { year: standing.year })}</p>
      <div className="scroll-x" role="group" aria-label={t('park.indicators')} tabIndex={0}>
        <table className="stacks" role="table">
          <caption className="hidden">{t('park.indicators')}</caption>
          <thead role="rowgroup">
            <tr role="row"><th role="columnheader" scope="col">{t('park.indicator')}</th><th role="columnheader" scope="col" className="number">{t('park.value')}</th><th role="columnheader" scope="col" className="number">{t('park.target')}</th><th role="columnheader" scope="col">{t('park.verdict')}</th></tr>
          </thead>
          <tbody role="rowgroup">
            {result.indicators.filter(({ id }) => !guidingOnly || id !== 'core').map((indicator) => (
              <tr key={indicator.id} role="row">
                <th scope="row" role="rowheader">{indicatorName(indicator, i18n.language, t)}</th>
                <td className="number" role="cell"><Figure figure={indicator.id as FigureName} value={indicator.value} unit={indicator.unit} result={result} standing={standing} /></td>
                <td className="number" role="cell">{indicator.target === null ? <span className="soft">–</span> : <>{targetSign(indicator)} <Quantity value={indicator.target} unit={indicator.unit} /></>}</td>
                <td role="cell"><Verdict verdict={indicator.verdict} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
