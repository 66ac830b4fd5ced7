import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FollowByMail } from './FollowByMail';

/** How to follow a park, show its state elsewhere, and set it beside others. */
export function FollowPark({ parkId, name }: { parkId: string; name: string }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith('zh') ? '' : '?language=en';
  const feed = `/api/public/v1/feeds/parks/${parkId}.atom${language}`;
  const badge = `/api/public/v1/badges/${parkId}.svg${language}`;
  return (
    <section aria-labelledby="follow" className="no-print">
      <h2 id="follow">{t('park.follow')}</h2>
      <ul className="hashes">
        <li><Link to={`/compare?parks=${parkId}`}>{t('park.compare')}</Link></li>
        <li><a href={feed}>{t('park.feed')}</a></li>
        <li><a href={badge}>{t('park.badge')}</a></li>
      </ul>
      <FollowByMail followed={{ park: parkId }} feed={feed} />
      <img className="badge" src={badge} alt={t('park.badgeOf', { name })} height="24" />
    </section>
  );
}
