import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { readFilter } from '../../lib/filter';
import { provinceName, provinces } from '../../lib/provinces';
import { useTitle } from '../../lib/title';
import { NotFound } from '../../public/NotFound';
import { FollowByMail } from './FollowByMail';
import './groups.css';
import './home.css';
import { ParkList } from './ParkList';
import { YearItems } from './YearItems';

/** One province: its parks, their disclosed years, and how to follow it. */
export function ProvincePage() {
  const { adcode = '' } = useParams();
  const { t, i18n } = useTranslation();
  const [search] = useSearchParams();
  const name = provinceName(adcode, i18n.language);
  const known = provinces.some((province) => province.adcode === adcode);
  useTitle(known ? name : undefined);
  if (!known) return <NotFound />;
  const language = i18n.language.startsWith('zh') ? '' : '?language=en';
  const feed = `/api/public/v1/feeds/provinces/${adcode}.atom${language}`;
  return (
    <article className="groups">
      <header>
        <h1>{name}</h1>
        <p><a href={feed}>{t('group.follow')}</a></p>
        <FollowByMail followed={{ province: adcode }} feed={feed} />
      </header>
      <section aria-labelledby="parks">
        <h2 id="parks">{t('group.parksOf')}</h2>
        <ParkList filter={{ ...readFilter(search), province: adcode }} />
      </section>
      <section aria-labelledby="years">
        <h2 id="years">{t('group.yearsOf')}</h2>
        <YearItems query={{ province: adcode }} label={t('group.yearsOf')} />
      </section>
    </article>
  );
}
