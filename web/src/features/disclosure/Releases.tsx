import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { disclosure, read } from '../../api/client';
import type { ReleaseItem } from '../../api/types';
import { day } from '../../lib/date';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import './groups.css';

/** Releases from the newest, or from before a day, in portions. */
const useReleases = (before: string | null) => useInfiniteQuery({
  queryKey: ['releases', before],
  initialPageParam: before,
  queryFn: ({ pageParam }) => read(disclosure.GET('/open-data/releases', { params: { query: pageParam ? { before: pageParam } : {} } })),
  getNextPageParam: (last) => last.next ?? undefined,
});

/** The archive: what was public at the end of each day, newest first. */
export function Releases() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReleases(query.get('before'));
  useTitle(t('page.releases'));
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const key = data?.pages[0]?.key;
  return (
    <article className="groups">
      <header>
        <h1>{t('page.releases')}</h1>
        <p>{t('release.what')}</p>
        <p className="soft">{t('release.check')}</p>
        <ul className="side"><li><Link to="/data">{t('page.data')}</Link></li></ul>
      </header>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} height={32} />}
      {data && items.length === 0 && <p className="empty" role="status">{t('release.none')}</p>}
      {items.length > 0 && <ReleaseTable items={items} />}
      {hasNextPage && <button type="button" className="button quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>{t('release.older')}</button>}
      {key && (
        <section aria-labelledby="key">
          <h2 id="key">{t('release.key')}</h2>
          <p><a href="/api/public/v1/open-data/releases/keys.txt">keys.txt</a></p>
          <pre><code>{key}</code></pre>
        </section>
      )}
    </article>
  );
}

function ReleaseTable({ items }: { items: readonly ReleaseItem[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-label={t('page.releases')} tabIndex={0}>
      <table className="wide">
        <caption className="hidden">{t('page.releases')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('release.day')}</th><th scope="col">{t('release.changes')}</th>
            <th scope="col" className="number">{t('data.table.parks')}</th><th scope="col" className="number">{t('data.table.years')}</th>
            <th scope="col" className="number">{t('data.table.events')}</th><th scope="col" className="number">{t('data.table.disputes')}</th>
            <th scope="col" className="number">{t('data.table.key-projects')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.day}>
              <th scope="row" className="nowrap"><Link to={`/data/releases/${item.day}`}>{day(item.day, i18n.language)}</Link></th>
              <td>{item.changes === null ? t('release.first') : item.unchanged ? t('release.unchanged') : t('release.changeCount', { rows: item.changes })}</td>
              <td className="number">{item.parks}</td><td className="number">{item.years}</td><td className="number">{item.events}</td><td className="number">{item.disputes}</td><td className="number">{item.keyProjects}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
