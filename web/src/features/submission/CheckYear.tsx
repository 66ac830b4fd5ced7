import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, submission as api } from '../../api/client';
import type { Submission } from '../../api/types';
import { fieldId } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { Refused } from '../../parts/Refused';
import { AnsweredSignals } from './AnsweredSignals';
import { CertificatesRead } from './CertificatesRead';
import { ChangesBefore } from './ChangesBefore';
import { DataTables } from './DataTables';
import { ResultTable } from './ResultTable';
import { Coverage } from '../../parts/Coverage';

type Props = { submission: Submission; onBack: () => void; onDone: () => void; onReload: () => void };

/** Check the answers, then submit: this version can never be edited afterwards. */
export function CheckYear({ submission, onBack, onDone, onReload }: Props) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const [reason, setReason] = useState('');
  const again = submission.versions.length > 0;
  const open = submission.signals.filter((signal) => signal.severity === 'warning' && signal.answer === null).length;
  const submit = useCommand(() => read(api.POST('/submissions/{id}/submission', {
    params: { path: { id: submission.id }, header: ifMatch(submission.version) }, body: { draftVersion: submission.draftVersion, ...(again && { reason }) },
  })), ['submission', submission.id], onDone);
  return (
    <>
      {submit.error && <Refused key={submit.failureCount} problem={submit.error} onReload={onReload} />}
      <p>{t('year.checkAbout')}</p>
      {open > 0 && <div className="notice attention"><p>{t('warning.open', { count: open })}</p><p><Button type="link" onClick={onBack}>{t('warning.answer')}</Button></p></div>}
      {again && <ChangesBefore submission={submission} />}
      {submission.result && <ResultTable result={submission.result} />}
      <AnsweredSignals signals={submission.signals} />
      <Coverage coverage={submission.coverage} />
      {submission.draft && <><DataTables data={submission.draft} /><CertificatesRead id={submission.id} data={submission.draft} /></>}
      <div className="panel">
        {again && (
          <div className="field">
            <label htmlFor={fieldId('/reason')}>{t('year.reason')}</label>
            <Input.TextArea id={fieldId('/reason')} rows={3} maxLength={4000} value={reason} onChange={(event) => { setReason(event.target.value); }} />
          </div>
        )}
        <Checkbox checked={sure} onChange={(event) => { setSure(event.target.checked); }}>{t('year.sure')}</Checkbox>
        <div className="actions">
          <Button type="primary" disabled={!sure} loading={submit.isPending} onClick={() => { submit.mutate(undefined); }}>{t('year.submit')}</Button>
          <Button onClick={onBack}>{t('desk.back')}</Button>
        </div>
      </div>
    </>
  );
}
