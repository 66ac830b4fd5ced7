import { useTranslation } from 'react-i18next';
import { State, type Look } from '../../parts/Tags';
import { dueOf, lastDay, type DueState } from './due';

const looks: Record<DueState, Look> = { overdue: 'not-met', today: 'attention', soon: 'attention', later: 'active', none: 'unknown' };

/** A last day with how near it is: sign, word and colour. */
export function DueTag({ due }: { due: string | null }) {
  const { t, i18n } = useTranslation();
  const { state, days } = dueOf(due);
  if (due === null) return <span className="soft">{t('work.noDue')}</span>;
  return <><State look={looks[state]}>{t(`work.${state}`, { days })}</State> <time className="soft nowrap" dateTime={due}>{lastDay(due, i18n.language)}</time></>;
}
