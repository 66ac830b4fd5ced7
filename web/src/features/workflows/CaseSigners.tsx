import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, workflows } from '../../api/client';
import type { Steering } from '../../api/types';
import { State } from '../../parts/Tags';
import { WithReason } from './WithReason';

type Props = { steering: Steering; names: ReadonlyMap<string, string>; onDone: (told: string) => void };
type Panel = Steering['panels'][number];

const account = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** 加签/减签: who signs beside each other, one more or one less while it runs. */
export function CaseSigners({ steering, names, onDone }: Props) {
  return steering.panels.map((panel) => <One key={panel.body} panel={panel} name={names.get(`${panel.process}/${panel.node}`) ?? panel.node} steering={steering} onDone={onDone} />);
}

function One({ panel, name, steering: { id, version }, onDone }: { panel: Panel; name: string; steering: Steering; onDone: (told: string) => void }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<'add' | number>();
  const [value, setValue] = useState<string>();
  const heading = `panel-${String(panel.body)}`;
  const path = { id };
  // An expert is known by number only: names are not for who steers.
  const said = (signer: string) => (account.test(signer) ? t('steer.expert', { end: signer.slice(-4) }) : signer);
  const removed = panel.signers.find((signer) => signer.element === act);
  const close = (told: string) => { setAct(undefined); setValue(undefined); onDone(told); };
  return (
    <section className="panel bare" aria-labelledby={heading}>
      <h2 id={heading}>{t('steer.signers', { name })}</h2>
      <ul className="tasks compact">
        {panel.signers.map((signer, place) => (
          <li key={place}>
            <span>{said(signer.value)}</span>
            {signer.element === null
              ? <State look="met">{t('steer.signed')}</State>
              : <Button aria-expanded={act === signer.element} aria-label={t('steer.removeOne', { who: said(signer.value) })} onClick={() => { setAct(act === signer.element ? undefined : signer.element ?? undefined); }}>{t('steer.remove')}</Button>}
          </li>
        ))}
      </ul>
      <Button aria-expanded={act === 'add'} disabled={panel.candidates.length === 0} onClick={() => { setAct(act === 'add' ? undefined : 'add'); }}>{t('steer.add')}</Button>
      {panel.candidates.length === 0 && <p className="small soft">{t('steer.nobodyElse')}</p>}
      {act === 'add' && (
        <WithReason name={heading} explain={t('steer.about.add', { name })} label={t('steer.add')} ready={value !== undefined} reads={['picture', id]}
          send={(reason) => read(workflows.POST('/instances/{id}/signers', { params: { path, header: ifMatch(version) }, body: { body: panel.body, value: value ?? '', reason } }))}
          onDone={() => { close(t('steer.did.add')); }}>
          <div className="field">
            <label htmlFor={`${heading}-who`}>{t('steer.who')}</label>
            <Select id={`${heading}-who`} value={value ?? null} onChange={(chosen) => { setValue(chosen ?? undefined); }} options={panel.candidates.map((each) => ({ value: each, label: said(each) }))} />
          </div>
        </WithReason>
      )}
      {removed?.element != null && (
        <WithReason key={removed.element} name={heading} explain={t('steer.about.remove', { who: said(removed.value) })} label={t('steer.remove')} reads={['picture', id]}
          send={(reason) => read(workflows.POST('/instances/{id}/signers/{element}/removal', { params: { path: { id, element: removed.element ?? 0 }, header: ifMatch(version) }, body: { reason } }))}
          onDone={() => { close(t('steer.did.remove')); }} />
      )}
    </section>
  );
}
