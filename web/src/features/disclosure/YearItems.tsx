import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { YearItem } from '../../api/types';
import { provinceName } from '../../lib/provinces';
import { Quantity } from '../../parts/Quantity';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { DemoTag, Verdict } from '../../parts/Tags';
import { useYearItems, type YearQuery } from './groups';

/** Disclosed years as a table, each leading to its park and to its own page. */
export function YearItems({ query, label }: { query: YearQuery; label: string }) {
  const { t } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useYearItems(query);
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} height={32} />;
  const items = data.pages.flatMap((page) => page.items);
  const total = data.pages[0]?.total ?? 0;
  if (total === 0) return <p className="empty">{t('years.none')}</p>;
  return (
    <>
      <p className="small soft" role="status">{t('years.found', { count: total })}</p>
      <div className="scroll-x" role="group" aria-label={label} tabIndex={0}>
        <table className="wide">
          <caption className="hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t('years.park')}</th><th scope="col">{t('years.year')}</th><th scope="col" className="number">{t('term.total')}</th>
              <th scope="col" className="number">{t('figure.name.energy')}</th><th scope="col" className="number">{t('indicator.core')}</th>
              <th scope="col">{t('park.verdict')}</th><th scope="col">{t('body.name')}</th>
            </tr>
          </thead>
          <tbody>{items.map((item) => <Row key={`${item.parkId}-${String(item.year)}`} item={item} />)}</tbody>
        </table>
      </div>
      {hasNextPage && <button type="button" className="button quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('years.more')}</button>}
    </>
  );
}

function Row({ item }: { item: YearItem }) {
  const { t, i18n } = useTranslation();
  const core = item.indicators.find((indicator) => indicator.id === 'core');
  return (
    <tr>
      <th scope="row">
        <Link to={`/parks/${item.parkId}`} lang="zh-CN">{item.parkName}</Link>{item.demo && <> <DemoTag /></>}
        <span className="meta small soft">{provinceName(item.province.adcode, i18n.language, item.province.name)}</span>
      </th>
      <td><Link to={`/parks/${item.parkId}/years/${String(item.year)}`}>{item.year}</Link></td>
      <td className="number"><Quantity value={item.emissions.total} unit="t" /></td>
      <td className="number"><Quantity value={item.tce} unit="tce" /></td>
      <td className="number"><Quantity value={core?.value} unit="t/tce" /></td>
      <td>{core ? <Verdict verdict={core.verdict} /> : '–'}</td>
      <td>{item.bodyId ? <Link to={`/verifiers/${item.bodyId}`} lang="zh-CN">{item.bodyName}</Link> : <span className="soft">{t('noData')}</span>}</td>
    </tr>
  );
}
