import { useTranslation } from 'react-i18next';
import type { ProvincialTitle } from '../../api/types';
import { exact } from '../../lib/decimal';
import { say } from '../../lib/say';
import { Quantity } from '../../parts/Quantity';

/** A province's own targets and indicators; what has no target is shown and not judged. */
export function TitleTables({ title }: { title: ProvincialTitle }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="targets">
      <h2 id="targets">{t('rules.targets')}</h2>
      <p>{t('rules.provincialIntro')}</p>
      <div className="scroll-x" role="group" aria-labelledby="targets" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('park.indicator')}</th><th scope="col">{t('rules.applies')}</th><th scope="col" className="number">{t('park.target')}</th><th scope="col">{t('rules.sourceAndMark')}</th></tr></thead>
          <tbody>
            {title.core.map((band) => (
              <tr key={band.fromTce}>
                <th scope="row">{t('indicator.core')}</th>
                <td>{band.belowTce === null ? t('rules.from', { from: exact(band.fromTce) }) : t('rules.fromBelow', { from: exact(band.fromTce), below: exact(band.belowTce) })}</td>
                <td className="number">≤ <Quantity value={band.target.value} unit={band.target.unit} full /></td>
                <td className="small">{band.target.mark} {band.target.source}</td>
              </tr>
            ))}
            {title.indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">{say(indicator.label, i18n.language)}</th>
                <td><code>{indicator.formula}</code></td>
                <td className="number">{indicator.target ? <>{indicator.bound === 'atMost' ? '≤' : '≥'} <Quantity value={indicator.target.value} unit={indicator.unit} full /></> : <span className="soft">–</span>}</td>
                <td className="small">{indicator.mark} {indicator.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
