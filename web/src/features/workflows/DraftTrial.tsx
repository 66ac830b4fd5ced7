import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, workflows } from '../../api/client';
import type { DraftAct, DraftRun, Variables } from '../../api/types';
import { nodesOf } from '../../lib/bpmn';
import { dayAndTime } from '../../lib/date';
import { Drawing } from '../../parts/Drawing';
import type { NodeMark } from '../../parts/drawing/marks';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { lastDay } from './due';

/** What the nation would give to the slot; enough for a trial. */
const given: Variables = { case: 'trial', park: 'trial', province: '000000', batch: '2026-1', quota: 2, experts: ['A', 'B', 'C'], provincialExperts: ['A', 'B', 'C'], midterm: '2026-12-31', caseKey: 'trial' };

/** Virtual people play the draft: each open task can be ended as anybody, time can pass, one act can be taken back. Nothing is stored. */
export function DraftTrial({ xml }: { xml: string }) {
  const { t, i18n } = useTranslation();
  const [acts, setActs] = useState<DraftAct[]>([]);
  const run = useQuery({
    queryKey: ['trial', xml, acts], placeholderData: (before: DraftRun | undefined) => before,
    queryFn: () => read(workflows.POST('/drafts/dry-run', { body: { xml, acts, variables: given, begin: '2026-03-02T09:00:00+08:00' } })),
  });
  const names = useMemo(() => new Map(nodesOf(xml, i18n.language).map((node) => [node.id, node.name])), [xml, i18n.language]);
  const marks = useMemo<NodeMark[]>(() => {
    const open = new Set(run.data?.open.filter((each) => each.kind !== 'timer').map((each) => each.node));
    return [...(run.data?.reached ?? []).filter((node) => !open.has(node)).map((node): NodeMark => ({ node, state: 'done' })), ...[...open].map((node): NodeMark => ({ node, state: 'active' })), ...(run.data?.incidents ?? []).map((each): NodeMark => ({ node: each.node, state: 'incident' }))];
  }, [run.data]);
  const act = (next: DraftAct) => { setActs([...acts, next]); };
  return (
    <section aria-labelledby="trial">
      <h2 id="trial">{t('designer.trial')}</h2>
      <p className="soft">{t('designer.trialAbout')}</p>
      {run.error && <Refused problem={run.error} />}
      {run.data && (
        <div className="drawn">
          <Drawing xml={xml} marks={marks} />
          <div className="stack">
            <p role="status">{t('designer.clock', { at: dayAndTime(run.data.now, i18n.language) })} · {run.data.status === 'completed' ? <State look="met">{t('designer.ended', { outcome: outcomeOf(run.data) })}</State> : t(`case.${run.data.status}`)}</p>
            {run.data.refusal && <p className="notice attention">{i18n.language.startsWith('zh') ? run.data.refusal.message.zh : run.data.refusal.message.en}</p>}
            {run.data.incidents.map((each) => <p key={each.key} className="notice attention">{names.get(each.node) ?? each.node}: {i18n.language.startsWith('zh') ? each.message.zh : each.message.en}</p>)}
            <ul className="findings">{run.data.open.map((each) => <li key={each.kind + String(each.element) + each.node}><Open name={names.get(each.node) ?? each.node} open={each} onAct={act} /></li>)}</ul>
            <div className="actions">
              <Button disabled={acts.length === 0} onClick={() => { setActs(acts.slice(0, -1)); }}>{t('designer.takeBack')}</Button>
              <Button disabled={acts.length === 0} onClick={() => { setActs([]); }}>{t('designer.again')}</Button>
            </div>
          </div>
        </div>
      )}
    </section>
  );
}

const outcomeOf = (run: DraftRun) => {
  const outcome = (run.result as Record<string, unknown>).outcome;
  return typeof outcome === 'string' ? outcome : '–';
};

function Open({ name, open, onAct }: { name: string; open: DraftRun['open'][number]; onAct: (act: DraftAct) => void }) {
  const { t, i18n } = useTranslation();
  const [value, setValue] = useState('');
  const done = (results: Variables) => { onAct({ did: open.kind === 'message' ? 'message' : open.kind === 'timer' ? 'timer' : 'done', element: open.element, results }); };
  return (
    <>
      <p><strong>{name}</strong> · {open.roles.length > 0 ? open.roles.map((role) => t(`visit.role.${role}`, { defaultValue: role })).join(' · ') : t(`designer.open.${open.kind}`)}{open.due && <> · {lastDay(open.due, i18n.language)}</>}</p>
      {open.of === 'expert-score' && <Input type="number" aria-label={`${name}: ${t('work.score')}`} placeholder={t('work.score')} value={value} onChange={(event) => { setValue(event.target.value); }} />}
      {open.of === 'count-recommended' && <Input type="number" aria-label={`${name}: recommended`} placeholder="recommended" value={value} onChange={(event) => { setValue(event.target.value); }} />}
      <div className="actions">
        {open.kind === 'task'
          ? (open.outcomes.length > 0 ? open.outcomes : ['done']).map((outcome) => <Button key={outcome} size="small" onClick={() => { done({ outcome, ...(value !== '' && { score: Number(value) }) }); }}>{t(`outcome.${outcome}`, { defaultValue: outcome })}</Button>)
          : <Button size="small" onClick={() => { done(open.of === 'count-recommended' ? { recommended: Number(value || '0') } : {}); }}>{t(`designer.do.${open.kind}`)}</Button>}
      </div>
    </>
  );
}
