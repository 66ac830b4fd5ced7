import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { disclosure, read } from '../../api/client';
import { say } from '../../lib/say';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import './groups.css';

const base = '/api/public/v1';

/** Everything that can be downloaded and followed, and what every column means. */
export function OpenData() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['dictionary'], staleTime: Infinity, queryFn: () => read(disclosure.GET('/open-data/dictionary')) });
  useTitle(t('page.data'));
  return (
    <article className="groups">
      <header>
        <h1>{t('page.data')}</h1>
        <p>{t('data.what')}</p>
        <p>{t('data.licence')}</p>
        <ul className="side">
          <li><a href={`${base}/open-data/dictionary.csv`}>{t('data.dictionary')}</a></li>
          <li><Link to="/data/releases">{t('page.releases')}</Link></li>
          <li><a href="/openapi/disclosure.json">{t('data.api')}</a></li>
        </ul>
      </header>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} height={32} />}
      {data?.tables.map((table) => (
        <section key={table.name} aria-labelledby={table.name}>
          <h2 id={table.name}>{t(`data.table.${table.name}`)}</h2>
          <ul className="side">{table.files.map((file) => <li key={file}><a href={`${base}/open-data/${file}`}>{file}</a></li>)}</ul>
          <div className="scroll-x" role="group" aria-labelledby={table.name} tabIndex={0}>
            <table>
              <thead><tr><th scope="col">{t('data.column')}</th><th scope="col">{t('data.meaning')}</th><th scope="col">{t('data.unit')}</th></tr></thead>
              <tbody>
                {table.columns.map((column) => (
                  <tr key={column.name}><th scope="row"><code>{column.name}</code></th><td>{say(column.meaning, i18n.language)}</td><td>{column.unit ?? ''}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      <section aria-labelledby="follow">
        <h2 id="follow">{t('data.follow')}</h2>
        <p>{t('data.followWhat')}</p>
        <p><a href={`${base}/feeds/all.atom${i18n.language.startsWith('zh') ? '' : '?language=en'}`}>{t('data.all')}</a></p>
      </section>
      <section aria-labelledby="badge">
        <h2 id="badge">{t('data.badge')}</h2>
        <p>{t('data.badgeWhat')}</p>
        <pre><code>{`<a href="${location.origin}/parks/{id}"><img src="${location.origin}${base}/badges/{id}.svg" alt="${t('brand')}"></a>`}</code></pre>
      </section>
    </article>
  );
}
