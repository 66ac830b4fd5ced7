import { useTranslation } from 'react-i18next';
import type { Result } from '../../api/types';
import { say } from '../../lib/say';
import { Quantity } from '../../parts/Quantity';
import { Verdict } from '../../parts/Tags';

/** A province's own verdicts on the same year; the national ones above do not know of them. */
export function ProvincialTable({ result }: { result: Result }) {
  const { t, i18n } = useTranslation();
  const provincial = result.provincial;
  if (!provincial) return null;
  return (
    <section aria-labelledby="provincial">
      <h3 id="provincial">{say(provincial.title, i18n.language)}</h3>
      <p className="small soft">{t('rules.provincialIntro')} <code>{provincial.pack.id}@{provincial.pack.version}</code></p>
      <div className="scroll-x" role="group" aria-labelledby="provincial" tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('park.indicator')}</th><th scope="col" className="number">{t('park.value')}</th><th scope="col" className="number">{t('park.target')}</th><th scope="col">{t('park.verdict')}</th></tr></thead>
          <tbody>
            {provincial.indicators.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">{say(indicator.label, i18n.language)}</th>
                <td className="number">{indicator.value === null ? <span className="soft">–</span> : <Quantity value={indicator.value} unit={indicator.unit} />}</td>
                <td className="number">{indicator.target ? <>{indicator.bound === 'atMost' ? '≤' : '≥'} <Quantity value={indicator.target.value} unit={indicator.unit} /></> : <span className="soft">–</span>}</td>
                <td><Verdict verdict={indicator.verdict} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
