import { useTranslation } from 'react-i18next';
import type { Result } from '../../api/types';
import { fieldId } from '../../api/problem';
import { say } from '../../lib/say';
import { Quantity } from '../../parts/Quantity';
import { State, Verdict } from '../../parts/Tags';
import { emissionTerms, type FigureName } from '../disclosure/derivation';
import { Figure } from '../disclosure/Figure';
import { indicatorName, targetSign } from '../disclosure/indicators';
import { sectionOf, type FormSection } from './sections';

type Props = { result: Result | undefined; stale: boolean; problems: Map<string, string>; onGoTo: (section: FormSection) => void };

/** The result beside the form: verdicts first, then where the tonnes come from, then what looks odd. */
export function LivePanel({ result, stale, problems, onGoTo }: Props) {
  const { t, i18n } = useTranslation();
  const notes = result?.signals.filter((signal) => signal.severity === 'info') ?? [];
  return (
    <section className="panel" aria-labelledby="live">
      <h2 id="live">{t('year.live')}</h2>
      {problems.size > 0 && (
        <div className="notice attention">
          <p>{t('year.incomplete', { count: problems.size })}</p>
          <ul>{[...problems].slice(0, 6).map(([pointer, message]) => <li key={pointer}><a href={`#${fieldId(pointer)}`} onClick={() => { const section = sectionOf(pointer); if (section) onGoTo(section); }}>{message}</a></li>)}</ul>
        </div>
      )}
      {!result && <p className="soft">{t('year.liveEmpty')}</p>}
      {result && (
        <div aria-live="polite" style={{ display: 'grid', gap: 12 }}>
          {stale && <p className="small"><State look="unknown">{t('year.liveStale')}</State></p>}
          <table>
            <caption className="hidden">{t('year.indicators')}</caption>
            <tbody>
              {result.indicators.map((indicator) => (
                <tr key={indicator.id}>
                  <th scope="row">{indicatorName(indicator, i18n.language, t)}<br /><Verdict verdict={indicator.verdict} /></th>
                  <td className="number"><Figure figure={indicator.id as FigureName} value={indicator.value} unit={indicator.unit} result={result} />{indicator.target !== null && <><br /><span className="small soft">{targetSign(indicator)} <Quantity value={indicator.target} unit={indicator.unit} /></span></>}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table>
            <caption className="hidden">{t('year.emissions')}</caption>
            <tbody>
              {[...emissionTerms, 'total' as const].map((term) => <tr key={term} className={term === 'total' ? 'sum' : undefined}><th scope="row">{t(`term.${term}`)}</th><td className="number"><Figure figure={term} value={result.emissions[term]} unit="t" result={result} /></td></tr>)}
              <tr><th scope="row">{t('figure.name.energy')}</th><td className="number"><Figure figure="energy" value={result.energy.tce} unit="tce" result={result} /></td></tr>
            </tbody>
          </table>
          {notes.length > 0 && <ul style={{ listStyle: 'none', display: 'grid', gap: 8 }}>{notes.map((signal) => <li key={signal.id + JSON.stringify(signal.facts)}><State look="unknown">{t(`severity.${signal.severity}`)}</State><p>{say(signal.message, i18n.language)}</p></li>)}</ul>}
        </div>
      )}
    </section>
  );
}
