import { Button, Progress, Select } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explain, explainField, Problem } from '../../api/problem';
import type { Submission } from '../../api/types';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { EvidenceTable } from './EvidenceTable';
import { mostBytes, type EvidenceEdit, type Sending } from './use-evidence';

/** Files that prove numbers: brought several at a time, each with its progress and, when it is not taken, the reason. */
export function EvidenceFiles({ submission, edit }: { submission: Submission; edit: EvidenceEdit }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [month, setMonth] = useState<string>();
  const monthId = useId();
  const months = Array.from({ length: 12 }, (_, n) => `${String(submission.year)}-${String(n + 1).padStart(2, '0')}`);
  return (
    <div className="stack">
      <div className="panel">
        <h3>{t('evidence.bring')}</h3>
        <p className="soft">{t('evidence.takes', { most: mostBytes / 1024 / 1024 })}</p>
        <div className="field evidence-month">
          <label htmlFor={monthId}>{t('evidence.month')}</label>
          <Select id={monthId} value={month ?? ''} options={[{ value: '', label: t('evidence.wholeYear') }, ...months.map((value) => ({ value, label: value }))]} onChange={(value: string) => { setMonth(value || undefined); }} />
        </div>
        <div className="actions">
          <Button onClick={() => input.current?.click()}>{t('evidence.choose')}</Button>
          <input ref={input} type="file" multiple accept=".pdf,.png,.jpg,.jpeg,.xlsx,.csv" hidden aria-label={t('evidence.choose')}
            onChange={(event) => { const files = [...(event.target.files ?? [])]; event.target.value = ''; if (files.length > 0) void edit.bring(files, month); }} />
          <span className="soft">{t('evidence.stays')}</span>
        </div>
        {edit.sending.length > 0 && <ul className="findings sending" aria-live="polite" aria-label={t('evidence.sending')}>{edit.sending.map((one) => <OnItsWay key={one.key} one={one} onDrop={() => { edit.drop(one.key); }} />)}</ul>}
      </div>
      {edit.unreadable && <Refused problem={edit.unreadable} onReload={edit.reload} />}
      {!edit.loading && !edit.unreadable && (edit.files.length === 0 ? <p className="soft">{t('evidence.none')}</p> : <EvidenceTable id={submission.id} files={edit.files} />)}
    </div>
  );
}

function OnItsWay({ one, onDrop }: { one: Sending; onDrop: () => void }) {
  const { t } = useTranslation();
  if (one.error === undefined) {
    return <li><span>{one.name}</span><Progress percent={Math.round(one.share * 100)} size="small" aria-label={one.name} /></li>;
  }
  const words = one.error instanceof Problem && one.error.errors[0] ? explainField(one.error.errors[0], t) : explain(one.error, t);
  return (
    <li>
      <span>{one.name}</span>
      <State look="not-met">{t('evidence.refused')}</State>
      <p>{words}</p>
      <div><Button type="link" onClick={onDrop} aria-label={t('evidence.dropOf', { name: one.name })}>{t('evidence.drop')}</Button></div>
    </li>
  );
}
