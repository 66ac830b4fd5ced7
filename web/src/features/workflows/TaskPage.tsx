import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Problem } from '../../api/problem';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { DeskNotFound } from '../../desk/DeskNotFound';
import { Deadline } from './Deadline';
import { DueTag } from './DueTag';
import { isOnItsPage, pageOf } from './inbox-rows';
import { TaskDecision } from './TaskDecision';
import { TaskHands } from './TaskHands';
import { TaskNotes } from './TaskNotes';
import { TaskStory } from './TaskStory';
import { TaskSubject } from './TaskSubject';
import { useParkNames, useTask } from './use-tasks';
import './workflows.css';

/** A task with its dossier: on the left what was submitted and what happened so far, on the right the decision. */
export function TaskPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { names, known } = useParkNames();
  const { data, error, refetch } = useTask(id);
  if (!data) return error instanceof Problem && error.isNotFound ? <Over /> : <Awaited error={error} onReload={() => void refetch()} />;
  if (!known) return <Awaited error={null} onReload={() => void refetch()} />;

  const { task } = data;
  const page = pageOf(data);
  const what = t(`kind.${task.kind}`, { defaultValue: task.node });
  const park = task.park ? names.get(task.park) : undefined;
  return (
    <DeskPage title={park ? `${what} · ${park}` : what} about={<DueTag due={task.due} />} aside={<Link to={`/desk/processes/${task.instance}`}>{t('work.picture')}</Link>}>
      <div className="beside">
        <div className="left">
          <TaskSubject task={data} />
          <TaskStory instance={task.instance} />
        </div>
        <div className="right">
          {isOnItsPage(data)
            ? <section className="panel" aria-labelledby="elsewhere"><h2 id="elsewhere">{t('work.decision')}</h2><p>{t('work.elsewhere')}</p>{page && <p><Link className="button" to={page}>{t('work.goTo')}</Link></p>}</section>
            : <TaskDecision key={task.id} task={data} onReload={refetch} />}
          <TaskHands task={data} />
          <TaskNotes id={task.id} />
          {task.due && <Deadline id={task.id} process={task.process} node={task.node} instance={task.instance} />}
        </div>
      </div>
    </DeskPage>
  );
}

function Over() {
  const { t } = useTranslation();
  return <><DeskNotFound /><p className="notice">{t('work.over')}</p></>;
}
