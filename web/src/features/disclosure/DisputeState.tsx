import { useTranslation } from 'react-i18next';
import type { DisputeItem } from '../../api/types';
import { day } from '../../lib/date';
import { State } from '../../parts/Tags';
import { disputeLook, figureWords } from './use-disputes';

/** How a dispute stands, and until when somebody must act. */
export function DisputeState({ dispute }: { dispute: DisputeItem }) {
  const { t } = useTranslation();
  return <State look={disputeLook[dispute.state]}>{t(`disputeState.${dispute.state}`)}</State>;
}

export function DisputeDue({ dispute }: { dispute: DisputeItem }) {
  const { t, i18n } = useTranslation();
  if (!dispute.dueOn) return <span className="soft">–</span>;
  const by = day(dispute.dueOn, i18n.language);
  return dispute.overdue ? <State look="attention">{t('disputeOverdue', { day: by })}</State> : <>{t('disputeDue', { day: by })}</>;
}

/** Which figure, in words. */
export function DisputedFigure({ year, figure }: { year: number; figure: string }) {
  const { t } = useTranslation();
  const words = figureWords(figure, t);
  return <>{words.basis ? t('disputeFigure', { year, ...words }) : `${String(year)} · ${words.figure}`}</>;
}
