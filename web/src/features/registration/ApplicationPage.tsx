import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { read, registration } from '../../api/client';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { day } from '../../lib/date';
import { DemoTag, State } from '../../parts/Tags';
import { ApplicationTasks } from './ApplicationTasks';
import { ChapterForm } from './ChapterForm';
import { CorrectFacts } from './CorrectFacts';
import { Dossier } from './Dossier';
import { KeyProjectProgress } from './KeyProjectProgress';
import { KeyProjectsForm } from './KeyProjectsForm';
import { ProgressForm } from './ProgressForm';
import { ReviewDecision } from './ReviewDecision';
import { ReviewNotes } from './ReviewNotes';
import { RoundChanges } from './RoundChanges';
import { isChapter } from './chapters';
import { statusLook } from './status';

/** One application: its park writes it here, its reviewers read and decide it here. What one may do, the service says. */
export function ApplicationPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const { data, error, refetch } = useQuery({ queryKey: ['application', id], queryFn: () => read(registration.GET('/applications/{id}', { params: { path: { id } } })) });
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;

  const edit = search.get('edit') ?? '';
  const back = () => { setSearch({}); };
  const reload = () => void refetch();
  const title = `${data.park.name} · ${t('page.application')}`;
  if (edit === 'facts' && data.actions.includes('correctFacts')) return <CorrectFacts application={data} onBack={back} onReload={reload} />;
  if (isChapter(edit) && data.actions.includes('writeChapter')) return <ChapterForm application={data} chapter={edit} onBack={back} onReload={reload} />;

  if (edit === 'keyProjects' && data.actions.includes('writeKeyProjects')) return <KeyProjectsForm application={data} onBack={back} onReload={reload} />;
  const reported = data.keyProjects.find(({ number }) => String(number) === search.get('report'));
  if (reported && data.actions.includes('reportProgress')) return <ProgressForm application={data} project={reported} onBack={back} onReload={reload} />;

  const decides = data.actions.some((action) => action === 'recommend' || action === 'return' || action === 'refuse' || action === 'list');
  const status = <><State look={statusLook[data.status]}>{t(`status.${data.status}`)}</State> · {t('application.since', { day: day(data.since, i18n.language) })}{data.park.demo && <> <DemoTag /></>}</>;
  return (
    <DeskPage title={title} about={status}>
      <ReviewNotes notes={data.notes} />
      <KeyProjectProgress application={data} />
      {data.actions.includes('submit') ? <ApplicationTasks application={data} onReload={reload} /> : (
        <div className={decides ? 'beside' : undefined}>
          <div className="left"><RoundChanges application={data} /><Dossier application={data} /></div>
          {decides && <div className="right"><ReviewDecision application={data} onReload={reload} /></div>}
        </div>
      )}
    </DeskPage>
  );
}
