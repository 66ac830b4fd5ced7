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
import { Versions } from './Versions';
import { YearVerifications } from './YearVerifications';

const look = { opened: 'unknown', drafted: 'active', submitted: 'active', disclosed: 'met' } as const;

/** One park's year, from the first line to disclosure. */
export function SubmissionPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const [mode, setMode] = useState<'read' | 'edit' | 'check'>();
  const { data, error, refetch } = useQuery({ queryKey: ['submission', id], queryFn: () => read(submission.GET('/submissions/{id}', { params: { path: { id } } })) });
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;

  const begun = data.status === 'opened' || data.status === 'drafted';
  const wanted = mode ?? (begun ? 'edit' : 'read');
  const now = data.actions.includes('saveDraft') ? wanted : 'read';
  const about = <><State look={look[data.status]}>{t(`year.status.${data.status}`)}</State> · {t('application.since', { day: day(data.since, i18n.language) })}{data.park.demo && <> <DemoTag /></>}</>;
  return (
    <DeskPage title={t('year.deskTitle', { park: data.parkName, year: data.year })} about={about}>
      {now === 'edit' && <EditYear key={data.id} submission={data} onReload={() => void refetch()} onCheck={() => { setMode('check'); }} {...(!begun && { onBack: () => { setMode('read'); } })} />}
      {now === 'check' && <CheckYear submission={data} onBack={() => { setMode('edit'); }} onDone={() => { setMode('read'); }} onReload={() => void refetch()} />}
      {now === 'read' && (
        <>
          <YearVerifications submission={data} onReload={() => void refetch()} />
          <Versions submission={data} {...(data.actions.includes('saveDraft') && { onRestate: () => { setMode('edit'); } })} />
        </>
      )}
    </DeskPage>
  );
}
