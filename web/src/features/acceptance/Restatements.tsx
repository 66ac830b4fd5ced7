import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { acceptance as api, ifMatch, read } from '../../api/client';
import { fieldId } from '../../api/problem';
import type { Acceptance, Restated } from '../../api/types';
import { useCommand } from '../../desk/command';
import { useMe } from '../../desk/me';
import { day } from '../../lib/date';
import { Quantity } from '../../parts/Quantity';
import { Refused } from '../../parts/Refused';
import { State, Verdict } from '../../parts/Tags';

type Props = { acceptance: Acceptance; onReload: () => void };

/** The year was submitted again after it was decided on: what the new versions say, beside a decision that stays as it is. */
export function Restatements({ acceptance, onReload }: Props) {
  const { t } = useTranslation();
  if (acceptance.restatements.length === 0) return null;
  return (
    <section aria-labelledby="restated">
      <h2 id="restated">{t('restated.title')}</h2>
      <p className="notice attention">{t('restated.about')}</p>
      <ul className="findings">{acceptance.restatements.map((restated) => <li key={restated.version}><One acceptance={acceptance} restated={restated} onReload={onReload} /></li>)}</ul>
    </section>
  );
}

function One({ acceptance, restated, onReload }: Props & { restated: Restated }) {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  const [reasons, setReasons] = useState('');
  const note = useCommand(() => read(api.POST('/acceptances/{id}/restatements/{number}/note', {
    params: { path: { id: acceptance.id, number: restated.version }, header: ifMatch(acceptance.version) }, body: { reasons },
  })), ['acceptance', acceptance.id]);
  const mine = acceptance.actions.includes('noteRestatement') && restated.noted.every((item) => item.role !== me?.role);
  return (
    <>
      <p><strong>{t('year.versionOf', { version: restated.version, day: day(restated.at, i18n.language) })}</strong> · {t(`restated.stage.${restated.stage}`)}</p>
      {restated.reason && <p lang="zh-CN" className="prose">{restated.reason}</p>}
      <p><Quantity value={restated.core?.value ?? null} unit="t/tce" /> <Verdict verdict={restated.core?.verdict ?? null} /> {restated.flips && <State look="attention">{t('restated.flips')}</State>}</p>
      {restated.noted.map((item) => <p key={item.role}><strong>{t(`restated.by.${item.role}`)}</strong> <span lang="zh-CN" className="prose">{item.reasons}</span></p>)}
      {note.error && <Refused key={note.failureCount} problem={note.error} onReload={onReload} />}
      {mine && (
        <>
          <div className="field">
            <label htmlFor={fieldId('/reasons')}>{t('restated.reasons')}</label>
            <Input.TextArea id={fieldId('/reasons')} rows={3} maxLength={4000} value={reasons} onChange={(event) => { setReasons(event.target.value); }} />
          </div>
          <div><Button type="primary" disabled={reasons.trim().length < 2} loading={note.isPending} onClick={() => { note.mutate(undefined); }}>{t('restated.note')}</Button></div>
        </>
      )}
    </>
  );
}
