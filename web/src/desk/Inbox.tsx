import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { acceptance, read, registration, submission, verification } from '../api/client';
import type { InboxItem } from '../api/types';
import { day } from '../lib/date';
import { Refused } from '../parts/Refused';
import { Skeleton } from '../parts/Skeleton';
import { DeskPage } from './DeskPage';
import { useMe } from './me';
import { moveBetweenRows } from './rows';

/** Every service that may have work for the caller. */
const sources = [
  { service: 'registration', load: () => read(registration.GET('/inbox')) },
  { service: 'submission', load: () => read(submission.GET('/inbox')) },
  { service: 'verification', load: () => read(verification.GET('/inbox')) },
  { service: 'acceptance', load: () => read(acceptance.GET('/inbox')) },
] as const;

/** What waits for whoever is signed in, oldest first, from all services in one table. */
export function Inbox() {
  const { t } = useTranslation();
  const answers = useQueries({ queries: sources.map(({ service, load }) => ({ queryKey: ['inbox', service], queryFn: load })) });
  const items = answers.flatMap(({ data }) => data?.items ?? []).sort((one, other) => one.since.localeCompare(other.since));
  const failed = answers.find(({ error }) => error);
  const pending = answers.some(({ isPending }) => isPending);
  return (
    <DeskPage title={t('page.inbox')} about={t('inbox.about')}>
      {failed && <Refused problem={failed.error} onReload={() => { answers.forEach((answer) => void answer.refetch()); }} />}
      {pending && items.length === 0 ? <Skeleton lines={5} height={36} /> : <Table items={items} complete={!failed && !pending} />}
    </DeskPage>
  );
}

function Table({ items, complete }: { items: InboxItem[]; complete: boolean }) {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  if (items.length === 0) return complete && me ? <p className="empty">{t(`inbox.empty.${me.role}`, { defaultValue: t('inbox.empty.other') })}</p> : null;
  return (
    <>
      <p className="small soft">{t('inbox.count', { count: items.length })}</p>
      <table className="stacks" role="table" onKeyDown={moveBetweenRows}>
        <caption className="hidden">{t('page.inbox')}</caption>
        <thead role="rowgroup">
          <tr role="row"><th role="columnheader" scope="col">{t('inbox.what')}</th><th role="columnheader" scope="col">{t('inbox.park')}</th><th role="columnheader" scope="col">{t('inbox.year')}</th><th role="columnheader" scope="col">{t('inbox.since')}</th></tr>
        </thead>
        <tbody role="rowgroup">
          {items.map((item) => (
            <tr key={item.kind + item.id} role="row">
              <th scope="row" role="rowheader"><Link to={item.href}>{t(`task.${item.kind}`, { defaultValue: item.kind })}</Link></th>
              <td role="cell" lang="zh-CN">{item.parkName}</td>
              <td role="cell" className="number-left">{item.year ?? '–'}</td>
              <td role="cell"><time dateTime={item.since}>{day(item.since, i18n.language)}</time></td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
