import { Button, Checkbox } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, read, registration } from '../../api/client';
import type { Application } from '../../api/types';
import { useCommand } from '../../desk/command';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { chapters } from './chapters';
import { Dossier } from './Dossier';

/** What is still to do before the application can be submitted; then check the answers and send it. */
export function ApplicationTasks({ application, onReload }: { application: Application; onReload: () => void }) {
  const { t } = useTranslation();
  const [checking, setChecking] = useState(false);
  const open = chapters.filter((chapter) => !application.chapters[chapter]?.trim());
  if (checking) return <CheckAnswers application={application} onBack={() => { setChecking(false); }} onReload={onReload} />;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('application.tasks')}</h2>
      <ol className="tasks">
        <li><Link to="?edit=facts">{t('application.facts')}</Link><State look="met">{t('application.done')}</State></li>
        {chapters.map((chapter) => (
          <Fragment key={chapter}>
            <li>
              <Link to={`?edit=${chapter}`}>{t(`chapter.${chapter}`)}</Link>
              {open.includes(chapter) ? <State look="unknown">{t('application.toDo')}</State> : <State look="met">{t('application.written', { count: application.chapters[chapter]?.length ?? 0 })}</State>}
            </li>
            {chapter === 'tasks' && <KeyProjectsTask projects={application.keyProjects} />}
          </Fragment>
        ))}
      </ol>
      <div className="actions">
        <Button type="primary" onClick={() => { setChecking(true); }} disabled={open.length > 0}>{t('application.check')}</Button>
        {open.length > 0 && <span className="soft">{t('application.stillOpen', { count: open.length })}</span>}
      </div>
    </section>
  );
}

/** The table belongs to the chapter of tasks; an application without key projects may go without it. */
function KeyProjectsTask({ projects }: { projects: Application['keyProjects'] }) {
  const { t } = useTranslation();
  return (
    <li>
      <Link to="?edit=keyProjects">{t('projects.title')}</Link>
      {projects.length > 0 ? <State look="met">{t('projects.count', { count: projects.length })}</State> : <State look="unknown">{t('projects.mayBeNone')}</State>}
    </li>
  );
}

function CheckAnswers({ application, onBack, onReload }: { application: Application; onBack: () => void; onReload: () => void }) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const submit = useCommand(() => read(registration.POST('/applications/{id}/submission', { params: { path: { id: application.id }, header: ifMatch(application.version) } })), ['application', application.id]);
  return (
    <>
      {submit.error && <Refused problem={submit.error} onReload={onReload} />}
      <p>{t('application.checkAbout')}</p>
      <Dossier application={application} />
      <div className="panel">
        <Checkbox checked={sure} onChange={(event) => { setSure(event.target.checked); }}>{t('application.sure')}</Checkbox>
        <div className="actions">
          <Button type="primary" disabled={!sure} loading={submit.isPending} onClick={() => { submit.mutate(undefined); }}>{t('application.submit')}</Button>
          <Button onClick={onBack}>{t('desk.back')}</Button>
        </div>
      </div>
    </>
  );
}
