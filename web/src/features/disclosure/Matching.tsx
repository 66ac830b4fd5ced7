import { useTranslation } from 'react-i18next';
import type { HourlyMatched } from '../../api/types';
import { MatchedHours } from '../../parts/MatchedHours';

/** Green power and load hour by hour, where the park brought its hours. */
export function Matching({ matching }: { matching: HourlyMatched | null | undefined }) {
  const { t } = useTranslation();
  if (!matching) return null;
  return (
    <section aria-labelledby="matching">
      <h2 id="matching">{t('matching.title')}</h2>
      <MatchedHours matching={matching} />
    </section>
  );
}
