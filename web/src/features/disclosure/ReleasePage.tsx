import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { disclosure, read } from '../../api/client';
import { Problem } from '../../api/problem';
import type { DailyRelease, TableChanges } from '../../api/types';
import { day } from '../../lib/date';
import { say } from '../../lib/say';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { NotFound } from '../../public/NotFound';
import './groups.css';

/** One day of the archive: what it changed, its files with their hashes, the signed manifest. */
export function ReleasePage() {
  const { day: asked = '' } = useParams();
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['release', asked], retry: false,
    queryFn: () => read(disclosure.GET('/open-data/releases/{day}', { params: { path: { day: asked } } })),
  });
  useTitle(data ? t('release.of', { day: day(data.day, i18n.language) }) : t('page.release'));
  if (error instanceof Problem && (error.isNotFound || error.status === 422)) return <NotFound />;
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} height={32} />;
  return (
    <article className="groups">
      <header>
        <p><Link to="/data/releases">{t('page.releases')}</Link></p>
        <h1>{t('release.of', { day: day(data.day, i18n.language) })}</h1>
        <Neighbours release={data} />
        {!data.before && <p>{t('release.first')}</p>}
        {data.unchanged && <p>{t('release.unchanged')}</p>}
      </header>
      {data.changes.map((table) => <Changes key={table.table} changes={table} />)}
      <Files release={data} />
    </article>
  );
}

function Neighbours({ release: { before, after } }: { release: DailyRelease }) {
  const { t, i18n } = useTranslation();
  if (!before && !after) return null;
  return (
    <ul className="side">
      {before && <li>{t('release.before')}: <Link to={`/data/releases/${before}`}>{day(before, i18n.language)}</Link></li>}
      {after && <li>{t('release.after')}: <Link to={`/data/releases/${after}`}>{day(after, i18n.language)}</Link></li>}
    </ul>
  );
}

/** Each row that is new, different or gone; what differs in it cell by cell. */
function Changes({ changes: { table, added, changed, removed, rows } }: { changes: TableChanges }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby={`changed-${table}`}>
      <h2 id={`changed-${table}`}>{t(`data.table.${table}`)}</h2>
      <p className="soft">{t('release.counts', { added, changed, removed })}</p>
      <ul className="course">
        {rows.map((row) => (
          <li key={row.id}>
            <p>{t(`release.${row.change}`)}: <Link to={`/parks/${row.parkId}`}>{say(row.label, i18n.language)}</Link></p>
            {row.cells.map((cell) => <p key={cell.column} className="small prose"><code>{cell.column}</code>: {cell.before ?? '–'} → {cell.after ?? '–'}</p>)}
          </li>
        ))}
      </ul>
      {added + changed + removed > rows.length && <p>{t('release.more', { file: `changes-${table}.csv` })}</p>}
    </section>
  );
}

function Files({ release: { files, log, manifest, archive, sha256 } }: { release: DailyRelease }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('release.files')}</h2>
      <p><a className="button" href={archive}>{t('release.archive')}</a></p>
      <p><a href={manifest}>{t('release.manifest')}</a> <code className="hash">{sha256}</code></p>
      {log && <p className="breaks">{t('release.log')}: {t('release.logSize', { size: log.size, origin: log.origin, root: log.root })}</p>}
      <div className="scroll-x" role="group" aria-labelledby="files" tabIndex={0}>
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">{t('release.file')}</th><th scope="col" className="number">{t('release.rows')}</th><th scope="col" className="number">{t('release.bytes')}</th>
              <th scope="col">{t('release.since')}</th><th scope="col">{t('release.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <tr key={file.name}>
                <th scope="row"><a href={file.href}>{file.name}</a></th><td className="number">{file.rows}</td><td className="number">{file.bytes}</td>
                <td className="nowrap">{day(file.since, i18n.language)}</td><td><code className="hash">{file.sha256}</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
