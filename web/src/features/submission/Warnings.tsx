import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../api/problem';
import type { AnsweredSignal, SignalAnswer } from '../../api/types';
import { say } from '../../lib/say';
import { State } from '../../parts/Tags';
import { sectionOf, type FormSection } from './sections';

type Props = { signals: AnsweredSignal[]; answers: SignalAnswer[]; onChange: (answers: SignalAnswer[]) => void; onGoTo: (section: FormSection) => void };

const reasonTo = (signal: AnsweredSignal, answers: SignalAnswer[]) => answers.find((answer) => isTo(answer, signal))?.reason ?? '';
const warningsAmong = (signals: AnsweredSignal[]) => signals.filter((signal) => signal.severity === 'warning');

/** What still waits for a correction or a reason, above the form; each leads to its place below. */
export function OpenWarnings({ signals, answers }: Pick<Props, 'signals' | 'answers'>) {
  const { t, i18n } = useTranslation();
  const open = warningsAmong(signals).filter((signal) => reasonTo(signal, answers).trim() === '');
  if (open.length === 0) return null;
  return (
    <div className="notice attention">
      <p>{t('warning.open', { count: open.length })}</p>
      <ul>{open.map((signal) => <li key={warningId(signal)}><a href={`#${warningId(signal)}`}>{say(signal.message, i18n.language)}</a></li>)}</ul>
    </div>
  );
}

export const warningId = (signal: AnsweredSignal) => fieldId(`/answers/${signal.id}/${signal.key ?? ''}`);

/** What the service warns of: each is corrected in its cell or answered here. The reason stays beside it for every later reader. */
export function Warnings({ signals, answers, onChange, onGoTo }: Props) {
  const { t, i18n } = useTranslation();
  const warnings = warningsAmong(signals);
  if (warnings.length === 0) return null;
  const reasonOf = (signal: AnsweredSignal) => reasonTo(signal, answers);
  const put = (signal: AnsweredSignal, reason: string) => {
    const others = answers.filter((answer) => !isTo(answer, signal));
    onChange(reason === '' ? others : [...others, { signal: signal.id, key: signal.key, reason }]);
  };
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings">{t('warning.title')}</h2>
      <p className="soft">{t('warning.about')}</p>
      <ul className="findings">
        {warnings.map((signal) => {
          const section = sectionOf(signal.facts.pointer ?? '');
          return (
            <li key={warningId(signal)}>
              <State look={reasonOf(signal).trim() === '' ? 'attention' : 'met'}>{t(reasonOf(signal).trim() === '' ? 'warning.unanswered' : 'warning.answered')}</State>
              <p>{say(signal.message, i18n.language)}</p>
              <div className="field">
                <label htmlFor={warningId(signal)}>{t('warning.reason')}</label>
                <Input.TextArea id={warningId(signal)} rows={2} maxLength={4000} value={reasonOf(signal)} onChange={(event) => { put(signal, event.target.value); }} />
              </div>
              {section && <div><Button type="link" onClick={() => { onGoTo(section); }}>{t('warning.goTo', { section: t(`section.${section}`) })}</Button></div>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const isTo = (answer: SignalAnswer, signal: AnsweredSignal) => answer.signal === signal.id && (answer.key ?? signal.key) === signal.key;
