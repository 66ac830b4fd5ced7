import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, ifMatch, read, workflows } from '../../api/client';
import { fieldId } from '../../api/problem';
import type { Task } from '../../api/types';
import { useCommand } from '../../desk/command';
import { useMe } from '../../desk/me';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';

const hands = ['release', 'reassign', 'delegate', 'copy', 'resolve', 'urge'] as const;
type Hand = (typeof hands)[number];

/** Who works on a task: taken, given back, given on (转办), lent (委派). Only what the service allows is offered; each is recorded with its reason. */
export function TaskHands({ task: { task, actions } }: { task: Task }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [hand, setHand] = useState<Hand>();
  const [did, setDid] = useState<Hand | 'claim'>();
  const [reason, setReason] = useState('');
  const [person, setPerson] = useState<string>();
  const colleagues = useQuery({ queryKey: ['colleagues'], enabled: hand === 'reassign' || hand === 'delegate' || hand === 'copy', queryFn: () => read(identity.GET('/colleagues')) });
  const params = { path: { id: task.id }, header: ifMatch(task.version) };
  const act = useCommand((chosen: Hand | 'claim') => {
    if (chosen === 'claim') return read(workflows.POST('/tasks/{id}/claim', { params }));
    if (chosen === 'release') return read(workflows.POST('/tasks/{id}/release', { params, body: { reason } }));
    if (chosen === 'urge') return read(workflows.POST('/tasks/{id}/urging', { params, body: { reason } }));
    if (chosen === 'resolve') return read(workflows.POST('/tasks/{id}/resolution', { params, body: { text: reason } }));
    const body = { person: person ?? '', reason };
    if (chosen === 'copy') return read(workflows.POST('/tasks/{id}/copies', { params, body }));
    return chosen === 'reassign' ? read(workflows.POST('/tasks/{id}/reassignment', { params, body })) : read(workflows.POST('/tasks/{id}/delegation', { params, body }));
  }, ['task', task.id], (_, chosen) => { setDid(chosen); setHand(undefined); setReason(''); setPerson(undefined); });
  const offered = hands.filter((each) => actions.includes(each));
  const others = (colleagues.data?.items ?? []).filter((each) => each.id !== me?.id);
  const needsPerson = hand === 'reassign' || hand === 'delegate' || hand === 'copy';
  const who = task.assignee === null ? 'unclaimed' : task.assignee === me?.id ? (task.owner ? 'delegatedToMe' : 'mine') : 'others';
  const name = (each: Hand) => (each === 'resolve' && task.owner === me?.id ? t('work.takeBack') : t(`work.${each}`));
  return (
    <section className="panel bare" aria-labelledby="hands">
      <h2 id="hands">{t('work.hands')}</h2>
      <p><State look={who === 'mine' || who === 'delegatedToMe' ? 'active' : 'unknown'}>{t(`work.${who}`)}</State></p>
      {task.urged !== undefined && task.urged > 0 && <p>{t('steer.urged', { count: task.urged })}</p>}
      {did && !hand && <p role="status">{t(`work.did.${did}`)}</p>}
      {act.error && <Refused key={act.failureCount} problem={act.error} />}
      <div className="actions">
        {actions.includes('claim') && <Button loading={act.isPending} onClick={() => { act.mutate('claim'); }}>{t('work.claim')}</Button>}
        {offered.map((each) => <Button key={each} aria-expanded={hand === each} onClick={() => { setHand(hand === each ? undefined : each); }}>{name(each)}</Button>)}
      </div>
      {hand && (
        <>
          <p className="small soft">{t(`work.about.${hand}`)}</p>
          {needsPerson && (
            <div className="field">
              <label htmlFor={fieldId('/person')}>{t('work.person')}</label>
              {colleagues.data && others.length === 0 ? <p className="soft">{t('work.noColleague')}</p>
                : <Select id={fieldId('/person')} value={person ?? null} loading={colleagues.isPending} onChange={(value) => { setPerson(value ?? undefined); }} options={others.map((each) => ({ value: each.id, label: each.displayName }))} />}
            </div>
          )}
          <div className="field">
            <label htmlFor={fieldId('/reason')}>{hand === 'resolve' ? t('work.report') : t('work.reason')}</label>
            <Input.TextArea id={fieldId('/reason')} rows={2} maxLength={hand === 'resolve' ? 4000 : 1000} value={reason} onChange={(event) => { setReason(event.target.value); }} />
          </div>
          <Button type="primary" loading={act.isPending} disabled={reason.trim().length < 2 || (needsPerson && !person)} onClick={() => { act.mutate(hand); }}>{t('work.do')}</Button>
        </>
      )}
    </section>
  );
}
