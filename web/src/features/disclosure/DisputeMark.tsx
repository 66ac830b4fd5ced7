import { useTranslation } from 'react-i18next';
import type { FigureName } from './derivation';
import type { Standing } from './Figure';
import { concerns, useDisputes } from './use-disputes';

/** Beside a figure that is disputed: the word, and where the dispute stands. */
export function DisputeMark({ standing, figure }: { standing: Standing; figure: FigureName }) {
  const { t, i18n } = useTranslation();
  const { data } = useDisputes(standing.parkId);
  const found = data?.items.filter((dispute) => dispute.year === standing.year && dispute.figure === `${standing.basis}.${figure}` && concerns(dispute)).at(-1);
  if (!found) return null;
  return <a className="disputed small" href={`${i18n.language.startsWith('zh') ? '' : '/en'}/disputes/${found.number}`}>{t('dispute.mark')}</a>;
}
