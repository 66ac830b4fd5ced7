import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { acceptance, disputeDesk, read, registration, submission, verification } from '../api/client';
import { InboxTable } from '../features/workflows/InboxTable';
import { Copies } from '../features/workflows/Copies';
import { Substitutes } from '../features/workflows/Substitutes';
import { rowsOf } from '../features/workflows/inbox-rows';
import { useDesk, useParkNames } from '../features/workflows/use-tasks';
import { Refused } from '../parts/Refused';
import { Skeleton } from '../parts/Skeleton';
import { DeskPage } from './DeskPage';
import { useMe } from './me';

/** Every service that may have work for the caller. */
const sources = [
  { service: 'registration', load: () => read(registration.GET('/inbox')) },
  { service: 'submission', load: () => read(submission.GET('/inbox')) },
  { service: 'verification', load: () => read(verification.GET('/inbox')) },
  { service: 'acceptance', load: () => read(acceptance.GET('/inbox')) },
  { service: 'disclosure', load: () => read(disputeDesk.GET('/inbox')) },
] as const;

/** What waits for whoever is signed in: tasks of processes and work that only a service knows of, in one table, nothing twice. */
export function Inbox() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const desk = useDesk();
  const { names } = useParkNames();
  const answers = useQueries({ queries: sources.map(({ service, load }) => ({ queryKey: ['inbox', service], queryFn: load })) });
  const rows = rowsOf(desk.data, answers.flatMap(({ data }) => data?.items ?? []), names, me?.id);
  const all = [desk, ...answers];
  const failed = all.find(({ error }) => error);
  const pending = all.some(({ isPending }) => isPending);
  return (
    <DeskPage title={t('page.inbox')} about={t('inbox.about')}>
      {failed && <Refused problem={failed.error} onReload={() => { all.forEach((answer) => void answer.refetch()); }} />}
      {pending && rows.length === 0 ? <Skeleton lines={5} height={36} /> : <InboxTable rows={rows} complete={!failed && !pending} />}
      <Copies names={names} />
      <Substitutes />
    </DeskPage>
  );
}
