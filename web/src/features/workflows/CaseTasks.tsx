import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, read, workflows } from '../../api/client';
import type { Steering } from '../../api/types';
import { State } from '../../parts/Tags';
import { DueTag } from './DueTag';
import { WithReason } from './WithReason';

type Props = { steering: Steering; names: ReadonlyMap<string, string>; onDone: (told: string) => void };

/** With whom the case waits and until when; who waits for it may urge (催办). */
export function CaseTasks({ steering, names, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="open-tasks">
      <h2 id="open-tasks">{t('steer.tasks')}</h2>
      <ul className="tasks">{steering.tasks.map((task) => <One key={task.task} task={task} id={steering.id} name={names.get(`${task.process}/${task.node}`) ?? t(`kind.${task.kind}`, { defaultValue: task.node })} onDone={onDone} />)}</ul>
    </section>
  );
}

function One({ task, id, name, onDone }: { task: Steering['tasks'][number]; id: string; name: string; onDone: (told: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span className="case-facts">
        {task.actions.includes('open') ? <Link to={`/desk/tasks/${task.task}`}>{name}</Link> : <strong>{name}</strong>}
        <DueTag due={task.due} />
        <State look={task.claimed ? 'active' : 'unknown'}>{t(task.claimed ? 'steer.claimed' : 'steer.unclaimed')}</State>
        {task.urged > 0 && <span>{t('steer.urged', { count: task.urged })}</span>}
      </span>
      {task.actions.includes('urge') && <Button aria-expanded={open} onClick={() => { setOpen(!open); }}>{t('work.urge')}</Button>}
      {open && (
        <WithReason name={`urge-${task.task}`} explain={t('work.about.urge')} label={t('work.urge')} reads={['picture', id]}
          send={(reason) => read(workflows.POST('/tasks/{id}/urging', { params: { path: { id: task.task }, header: ifMatch(task.version) }, body: { reason } }))}
          onDone={() => { setOpen(false); onDone(t('steer.did.urge', { name })); }} />
      )}
    </li>
  );
}
