import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, ifMatch, read, workflows } from '../../api/client';
import type { Substitute } from '../../api/types';
import { useMe } from '../../desk/me';
import { day } from '../../lib/date';
import { State } from '../../parts/Tags';
import { WithReason } from './WithReason';

const reads = ['inbox', 'substitutes'];

/** 代理: who stands in while the reader is away, from one day to another; and for whom the reader stands in. */
export function Substitutes() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [told, setTold] = useState<string>();
  const { data } = useQuery({ queryKey: reads, queryFn: () => read(workflows.GET('/substitutes')) });
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => read(identity.GET('/colleagues')) });
  if (!data || !me || colleagues.isPending) return null;
  const names = new Map((colleagues.data?.items ?? []).map((each) => [each.id, each.displayName]));
  const others = (colleagues.data?.items ?? []).filter((each) => each.id !== me.id);
  return (
    <details className="panel bare why" open={data.items.some((each) => stateOf(each) !== 'over')}>
      <summary>{t('away.title')}</summary>
      <p className="small soft">{t('away.about')}</p>
      {told && <p role="status" className="notice">{told}</p>}
      {data.items.length > 0 && <ul className="tasks compact">{data.items.map((each) => <One key={each.id} each={each} me={me.id} names={names} onDone={setTold} />)}</ul>}
      {others.length === 0 ? <p className="soft">{t('work.noColleague')}</p> : <Name others={others.map((each) => ({ value: each.id, label: each.displayName }))} onDone={setTold} />}
    </details>
  );
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

/** In Beijing's days. */
export function stateOf(each: Substitute, now = today()): 'recalled' | 'over' | 'active' | 'coming' {
  if (each.recalled) return 'recalled';
  if (each.until < now) return 'over';
  return each.from > now ? 'coming' : 'active';
}

function One({ each, me, names, onDone }: { each: Substitute; me: string; names: ReadonlyMap<string, string>; onDone: (told: string) => void }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  const state = stateOf(each);
  const mine = each.absent === me;
  const other = names.get(mine ? each.substitute : each.absent) ?? t('away.unknown');
  return (
    <li>
      <span className="case-facts">
        <span>{t(mine ? 'away.for' : 'away.standing', { other })}</span>
        <span>{t('away.days', { from: day(each.from, i18n.language), until: day(each.until, i18n.language) })}</span>
        <State look={state === 'active' ? 'active' : 'unknown'}>{t(`away.state.${state}`)}</State>
      </span>
      {mine && (state === 'active' || state === 'coming') && <Button aria-expanded={open} onClick={() => { setOpen(!open); }}>{t('away.recall')}</Button>}
      {open && (
        <WithReason name={`recall-${each.id}`} explain={t('away.recallAbout', { other })} label={t('away.recall')} reads={reads}
          send={(reason) => read(workflows.POST('/substitutes/{id}/recall', { params: { path: { id: each.id }, header: ifMatch(1) }, body: { reason } }))}
          onDone={() => { setOpen(false); onDone(t('away.recalled')); }} />
      )}
    </li>
  );
}

function Name({ others, onDone }: { others: { value: string; label: string }[]; onDone: (told: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [person, setPerson] = useState<string>();
  const [from, setFrom] = useState(today());
  const [until, setUntil] = useState('');
  const wrong = until !== '' && (until < from || until < today());
  if (!open) return <Button onClick={() => { setOpen(true); }}>{t('away.name')}</Button>;
  return (
    <WithReason name="away" explain={t('away.nameAbout')} label={t('away.name')} ready={person !== undefined && from !== '' && until !== '' && !wrong} reads={reads}
      send={(reason) => read(workflows.POST('/substitutes', { body: { person: person ?? '', from, until, reason, absent: null } }))}
      onDone={() => { setOpen(false); setPerson(undefined); setUntil(''); onDone(t('away.named')); }}>
      <div className="field">
        <label htmlFor="away-person">{t('away.person')}</label>
        <Select id="away-person" value={person ?? null} onChange={(value) => { setPerson(value ?? undefined); }} options={others} />
      </div>
      <div className="field"><label htmlFor="away-from">{t('away.from')}</label><Input id="away-from" type="date" value={from} onChange={(event) => { setFrom(event.target.value); }} /></div>
      <div className="field">
        <label htmlFor="away-until">{t('away.until')}</label>
        <Input id="away-until" type="date" value={until} status={wrong ? 'error' : ''} onChange={(event) => { setUntil(event.target.value); }} />
        {wrong && <p className="field-error">{t('away.wrongDays')}</p>}
      </div>
    </WithReason>
  );
}
