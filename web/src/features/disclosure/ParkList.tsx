import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ParkItem } from '../../api/types';
import { writeFilter, type ParkFilter } from '../../lib/filter';
import { provinceName } from '../../lib/provinces';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { Quantity } from '../../parts/Quantity';
import { DemoTag, StageTag, Verdict } from '../../parts/Tags';
import { pageSize, useParkList } from './parks';

/** The parks under the filter, ten at a time. */
export function ParkList({ filter }: { filter: ParkFilter }) {
  const { t } = useTranslation();
  const { data, error, refetch, isPlaceholderData } = useParkList(filter);
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data) return <div className="park-list"><Skeleton lines={10} height={44} /></div>;
  const last = Math.max(1, Math.ceil(data.total / pageSize));
  return (
    <div className="park-list" aria-busy={isPlaceholderData}>
      <p className="count" role="status">{t('home.found', { count: data.total })}</p>
      {data.items.length === 0
        ? <p className="empty">{data.total > 0 ? t('home.pastTheEnd') : t('home.nothing')}</p>
        : (
          <table>
            <caption className="hidden">{t('home.parks')}</caption>
            <thead><tr><th scope="col" className="list-number">{t('home.number')}</th><th scope="col">{t('home.name')}</th><th scope="col">{t('home.stage')}</th></tr></thead>
            <tbody>{data.items.map((park) => <Row key={park.id} park={park} />)}</tbody>
          </table>
        )}
      <nav className="pager" aria-label={t('home.pages')}>
        {filter.page > 1 && <Link to={{ search: writeFilter({ ...filter, page: Math.min(filter.page - 1, last) }) }} preventScrollReset>{t('home.previous')}</Link>}
        <span className="soft">{t('home.page', { page: filter.page, last })}</span>
        {filter.page < last && <Link to={{ search: writeFilter({ ...filter, page: filter.page + 1 }) }} preventScrollReset>{t('home.next')}</Link>}
      </nav>
    </div>
  );
}

function Row({ park }: { park: ParkItem }) {
  const { t, i18n } = useTranslation();
  const province = provinceName(park.province.adcode, i18n.language, park.province.name);
  return (
    <tr>
      <td className="list-number soft">{park.listNumber ?? '–'}</td>
      <th scope="row">
        <Link to={`/parks/${park.id}`} lang="zh-CN">{park.name}</Link>{' '}{park.demo && <DemoTag />}
        <span className="meta">
          {province}{park.city && park.city !== park.province.name && <> · <span lang="zh-CN">{park.city}</span></>}
          {' · '}{t(`scope.${park.scope}`)} · <span className="years">{park.constructionStart}–{park.constructionEnd}</span>
        </span>
        {park.coreValue !== null && park.coreVerdict !== null && (
          <span className="meta core">{t('home.core')} <Quantity value={park.coreValue} unit="t/tce" /> <Verdict verdict={park.coreVerdict} /></span>
        )}
      </th>
      <td><StageTag stage={park.stage} /></td>
    </tr>
  );
}
