import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, workflows } from '../../api/client';
import type { ProcessPicture, Steering, Variables } from '../../api/types';
import { WithReason } from './WithReason';

type Props = { steering: Steering; names: ReadonlyMap<string, string>; incidents: ProcessPicture['incidents']; onDone: (told: string) => void };

/** Put right first, as JSON; undefined where it is none. */
export function variablesOf(text: string): Variables | null | undefined {
  if (text.trim() === '') return null;
  try {
    const read = JSON.parse(text) as unknown;
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? read as Variables : undefined;
  } catch {
    return undefined;
  }
}

/** What an operator does where a process cannot go on by itself; each act says before what it will do. */
export function CaseRepair({ steering, names, incidents, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="repair">
      <h2 id="repair">{t('steer.repair')}</h2>
      {incidents.length === 0 && <p className="soft">{t('steer.noIncident')}</p>}
      {incidents.map((incident) => <One key={incident.number} incident={incident} name={names.get(`${incident.process}/${incident.node}`) ?? incident.node} steering={steering} onDone={onDone} />)}
      <Move steering={steering} names={names} onDone={onDone} />
    </section>
  );
}

function One({ incident, name, steering: { id, version }, onDone }: { incident: ProcessPicture['incidents'][number]; name: string; steering: Steering; onDone: (told: string) => void }) {
  const { t, i18n } = useTranslation();
  const [act, setAct] = useState<'retry' | 'skip'>();
  const [text, setText] = useState('');
  const values = variablesOf(text);
  const params = { path: { id, number: incident.number }, header: ifMatch(version) };
  const field = `incident-${String(incident.number)}`;
  return (
    <div className="stack-4">
      <h3>{name}</h3>
      <p className="notice attention">{i18n.language.startsWith('zh') ? incident.message.zh : incident.message.en}</p>
      <div className="actions">{(['retry', 'skip'] as const).map((each) => <Button key={each} aria-expanded={act === each} onClick={() => { setAct(act === each ? undefined : each); }}>{t(`steer.${each}`)}</Button>)}</div>
      {act && (
        <WithReason key={act} name={field} explain={t(`steer.about.${act}`, { name })} label={t('steer.confirm', { act: t(`steer.${act}`) })} ready={values !== undefined} reads={['picture', id]}
          send={(reason) => (act === 'retry'
            ? read(workflows.POST('/instances/{id}/incidents/{number}/retry', { params, body: { reason, retries: 1, variables: values ?? null } }))
            : read(workflows.POST('/instances/{id}/incidents/{number}/skip', { params, body: { reason, results: values ?? null } })))}
          onDone={() => { setAct(undefined); onDone(t(`steer.did.${act}`, { name })); }}>
          <div className="field">
            <label htmlFor={`${field}-values`}>{t(act === 'retry' ? 'steer.variables' : 'steer.results')}</label>
            <Input.TextArea id={`${field}-values`} rows={2} value={text} placeholder={'{ "…": … }'} status={values === undefined ? 'error' : ''} onChange={(event) => { setText(event.target.value); }} />
            {values === undefined && <p className="field-error">{t('steer.notJson')}</p>}
          </div>
        </WithReason>
      )}
    </div>
  );
}

/** 移动令牌: the special permission, with what it ends and what it begins. */
function Move({ steering: { id, version, tokens }, names, onDone }: Pick<Props, 'steering' | 'names' | 'onDone'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState<number>();
  const [to, setTo] = useState<string>();
  const token = place === undefined ? undefined : tokens[place];
  const named = (process: string, node: string) => names.get(`${process}/${node}`) ?? node;
  if (tokens.length === 0) return null;
  return (
    <>
      <Button aria-expanded={open} onClick={() => { setOpen(!open); }}>{t('steer.move')}</Button>
      {open && (
        <WithReason name="move" ready={token !== undefined && to !== undefined} label={t('steer.confirm', { act: t('steer.move') })} reads={['picture', id]}
          explain={token && to ? t('steer.about.move', { from: named(token.process, token.node), to: named(token.process, to) }) : t('steer.about.moveChoose')}
          send={(reason) => read(workflows.POST('/instances/{id}/moves', { params: { path: { id }, header: ifMatch(version) }, body: { element: token?.element ?? 0, to: to ?? '', reason, flow: token?.flow ?? null } }))}
          onDone={() => { setOpen(false); setPlace(undefined); setTo(undefined); onDone(t('steer.did.move')); }}>
          <div className="field">
            <label htmlFor="move-from">{t('steer.from')}</label>
            <Select id="move-from" value={place ?? null} onChange={(chosen) => { setPlace(chosen ?? undefined); setTo(undefined); }} options={tokens.map((each, at) => ({ value: at, label: named(each.process, each.node) }))} />
          </div>
          <div className="field">
            <label htmlFor="move-to">{t('steer.to')}</label>
            <Select id="move-to" value={to ?? null} disabled={!token} onChange={(chosen) => { setTo(chosen ?? undefined); }} options={(token?.to ?? []).map((each) => ({ value: each, label: named(token?.process ?? '', each) }))} />
          </div>
        </WithReason>
      )}
    </>
  );
}
