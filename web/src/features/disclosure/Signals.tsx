import { useTranslation } from 'react-i18next';
import type { AnsweredSignal } from '../../api/types';
import { say } from '../../lib/say';
import { State } from '../../parts/Tags';

/** What the register noticed. A signal never decides, and says so. */
export function Signals({ signals }: { signals: AnsweredSignal[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="signals">
      <h2 id="signals">{t('park.signals')}</h2>
      <p className="small soft">{t('park.signalsWhat')}</p>
      {signals.length === 0 ? <p className="empty">{t('park.signalsEmpty')}</p> : (
        <ul className="signals">
          {signals.map((signal) => (
            <li key={signal.id + JSON.stringify(signal.facts)}>
              <State look={signal.severity === 'info' ? 'unknown' : 'attention'}>{t(`severity.${signal.severity}`)}</State>
              <p>{say(signal.message, i18n.language)}</p>
              {signal.answer !== null && <p><strong>{t('park.signalAnswer')}</strong> <span lang="zh-CN">{signal.answer}</span></p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
