import { useTranslation } from 'react-i18next';
import { feedOf, type ParkFilter } from '../../lib/filter';
import { FollowByMail, type Followed } from './FollowByMail';

/** How to follow the parks of a list, by its own words and filters; nothing for the whole list, whose feed stands with the open data. */
export function FollowSearch({ filter }: { filter: ParkFilter }) {
  const { t, i18n } = useTranslation();
  const feed = feedOf(filter, i18n.language);
  if (!feed) return null;
  const { province, stage, scope, listed, disclosed, industry, batch, verdict, q } = filter;
  const followed: Followed = { province, stage, scope, listed, disclosed, industry, batch, verdict, q };
  return (
    <section aria-labelledby="follow-search" className="follow-search no-print">
      <h2 id="follow-search">{t('subscription.search')}</h2>
      <p className="soft">{t('subscription.searchWhat')}</p>
      <p><a href={feed}>{t('subscription.feed')}</a></p>
      <FollowByMail followed={followed} feed={feed} />
    </section>
  );
}
