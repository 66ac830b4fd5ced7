import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { acceptance, read, registration, submission, verification } from '../../api/client';
import type { Task } from '../../api/types';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { Core, Step } from '../acceptance/AcceptancePage';
import { Restatements } from '../acceptance/Restatements';
import { Dossier } from '../registration/Dossier';
import { ReviewNotes } from '../registration/ReviewNotes';
import { RoundChanges } from '../registration/RoundChanges';
import { AnsweredSignals } from '../submission/AnsweredSignals';
import { ResultTable } from '../submission/ResultTable';
import { VersionDiff } from '../submission/VersionDiff';
import { pageOf } from './inbox-rows';

/** What the task is about, read from the service that owns it: so that nobody decides by hunting. */
export function TaskSubject({ task }: { task: Task }) {
  const page = pageOf(task);
  const thing = task.task.thing;
  if (thing === null || page === undefined) return null;
  if (page.startsWith('/desk/applications/') || page.startsWith('/desk/lists/')) return <ApplicationSubject id={thing} />;
  if (page.startsWith('/desk/acceptances/')) return <AcceptanceSubject id={thing} />;
  return <YearSubject id={thing} page={page} />;
}

function ApplicationSubject({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['application', id], queryFn: () => read(registration.GET('/applications/{id}', { params: { path: { id } } })) });
  if (!data) return error ? <Refused problem={error} onReload={() => void refetch()} /> : <Skeleton lines={8} height={28} />;
  return (
    <>
      {data.round > 1 && <p className="notice">{t('work.round', { round: data.round })}</p>}
      <RoundChanges application={data} />
      <ReviewNotes notes={data.notes} />
      <Dossier application={data} />
    </>
  );
}

function AcceptanceSubject({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['acceptance', id], queryFn: () => read(acceptance.GET('/acceptances/{id}', { params: { path: { id } } })) });
  if (!data) return error ? <Refused problem={error} onReload={() => void refetch()} /> : <Skeleton lines={6} height={28} />;
  return (
    <>
      <Core acceptance={data} />
      <Verified id={data.verificationId} />
      <Restatements acceptance={data} onReload={() => void refetch()} />
      <Step title={t('acceptance.selfEvaluation')} done={data.selfEvaluation && { yes: data.selfEvaluation.passed, ...data.selfEvaluation }} yes={t('acceptance.passed')} no={t('acceptance.notPassed')} />
    </>
  );
}

/** What was conspicuous in the verified year, with the park's answers; nothing where the reader may not see the verification. */
function Verified({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['verification', id], queryFn: () => read(verification.GET('/verifications/{id}', { params: { path: { id } } })) });
  if (!data) return null;
  return (
    <>
      <p><Link to={`/desk/verifications/${id}`}>{t('work.verificationPage', { body: data.bodyName })}</Link></p>
      {data.signals.length === 0 ? <p className="soft">{t('work.noSignals')}</p> : <AnsweredSignals signals={data.signals} />}
    </>
  );
}

function YearSubject({ id, page }: { id: string; page: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['submission', id], queryFn: () => read(submission.GET('/submissions/{id}', { params: { path: { id } } })) });
  if (!data) return error ? <Refused problem={error} onReload={() => void refetch()} /> : <Skeleton lines={4} height={28} />;
  const last = data.versions.at(-1)?.version ?? 0;
  return (
    <>
      <p><Link to={page}>{t('work.yearPage', { park: data.parkName, year: data.year })}</Link></p>
      {last > 1 && <section aria-labelledby="changed"><h2 id="changed">{t('work.changes')}</h2><VersionDiff id={id} version={last} /></section>}
      {data.result && <ResultTable result={data.result} />}
      {data.signals.length === 0 ? <p className="soft">{t('work.noSignals')}</p> : <AnsweredSignals signals={data.signals} />}
    </>
  );
}
