import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { read, submission } from '../../api/client';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { day } from '../../lib/date';
import { DemoTag, State } from '../../parts/Tags';
import { CheckYear } from './CheckYear';
import { EditYear } from './EditYear';
import { PendingDraft } from './PendingDraft';
import { Versions } from './Versions';
import { YearVerifications } from './YearVerifications';

const look = { opened: 'unknown', drafted: 'active', submitted: 'active', disclosed: 'met' } as const;

/** One park's year, from the first line to disclosure. */
export function SubmissionPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const [mode, setMode] = useState<'read' | 'edit' | 'check'>();
  const [loaded, setLoaded] = useState(0);
  const { data, error, refetch } = useQuery({ queryKey: ['submission', id], queryFn: () => read(submission.GET('/submissions/{id}', { params: { path: { id } } })) });
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;

  const begun = data.status === 'opened';
  const status = begun && data.draft ? 'drafted' : data.status;
  const wanted = mode ?? (begun ? 'edit' : 'read');
  const now = data.actions.includes('saveDraft') ? wanted : 'read';
  const about = <><State look={look[status]}>{t(`year.status.${status}`)}</State> · {t('application.since', { day: day(data.since, i18n.language) })}{data.park.demo && <> <DemoTag /></>}</>;
  return (
    <DeskPage title={t('year.deskTitle', { park: data.parkName, year: data.year })} about={about}>
      {now === 'edit' && <EditYear key={`${data.id} ${String(loaded)}`} submission={data} onReload={() => void refetch().then(() => { setLoaded(loaded + 1); })} onCheck={() => { setMode('check'); }} {...(!begun && { onBack: () => { setMode('read'); } })} />}
      {now === 'check' && <CheckYear submission={data} onBack={() => { setMode('edit'); }} onDone={() => { setMode('read'); }} onReload={() => void refetch()} />}
      {now === 'read' && (
        <>
          <PendingDraft submission={data} onContinue={() => { setMode('edit'); }} onReload={() => void refetch()} />
          <YearVerifications submission={data} onReload={() => void refetch()} />
          <Versions submission={data} {...(data.actions.includes('saveDraft') && { onRestate: () => { setMode('edit'); } })} />
        </>
      )}
    </DeskPage>
  );
}
