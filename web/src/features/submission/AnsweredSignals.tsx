import { useTranslation } from 'react-i18next';
import type { AnsweredSignal } from '../../api/types';
import { say } from '../../lib/say';
import { State } from '../../parts/Tags';

/** The signals of a version with what the park says to them, for reading. */
export function AnsweredSignals({ signals }: { signals: AnsweredSignal[] }) {
  const { t, i18n } = useTranslation();
  if (signals.length === 0) return null;
  return (
    <section aria-labelledby="noticed">
      <h2 id="noticed">{t('warning.noticed')}</h2>
      <ul className="findings">
        {signals.map((signal) => (
          <li key={`${signal.id} ${signal.key ?? ''} ${JSON.stringify(signal.facts)}`}>
            <State look={signal.severity === 'warning' ? 'attention' : 'unknown'}>{t(`severity.${signal.severity}`)}</State>
            <p>{say(signal.message, i18n.language)}</p>
            {signal.answer !== null && <p><strong>{t('warning.parkSays')}</strong> <span lang="zh-CN" className="prose">{signal.answer}</span></p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
