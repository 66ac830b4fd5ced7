import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ifMatch, read, registration } from '../../api/client';
import type { Application } from '../../api/types';
import { explainField, fieldId, Problem } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { Reasons } from '../../desk/Reasons';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';

const decisions = ['recommend', 'return', 'refuse'] as const;
type Decision = (typeof decisions)[number];

/** The decision beside the dossier: which, why, and what the park will read. Only what the service allows is offered. */
export function ReviewDecision({ application, onReload }: { application: Application; onReload: () => void }) {
  const { t } = useTranslation();
  const allowed = decisions.filter((decision) => application.actions.includes(decision));
  const [decision, setDecision] = useState<Decision>();
  const [reasons, setReasons] = useState('');
  const [batch, setBatch] = useState('');
  const decide = useCommand((chosen: Decision) => {
    const params = { path: { id: application.id }, header: ifMatch(application.version) };
    if (chosen === 'recommend') return read(registration.POST('/applications/{id}/recommendation', { params, body: { batch: batch.trim(), reasons } }));
    if (chosen === 'return') return read(registration.POST('/applications/{id}/return', { params, body: { reasons } }));
    return read(registration.POST('/applications/{id}/refusal', { params, body: { reasons } }));
  }, ['application', application.id]);
  useUnsaved(reasons !== '' && !decide.isPending && !decide.isSuccess);
  const wrong = (pointer: string) => {
    const found = decide.error instanceof Problem ? decide.error.errors.find((error) => error.pointer === pointer) : undefined;
    return found && explainField(found, t);
  };
  return (
    <section className="panel" aria-labelledby="decision">
      <h2 id="decision">{t('review.decision')}</h2>
      {decide.error && <Refused key={decide.failureCount} problem={decide.error} onReload={onReload} />}
      {application.actions.includes('list') && <p>{t('review.listHint')} <Link to={`/desk/lists/new?application=${application.id}`}>{t('page.listNew')}</Link></p>}
      <Radio.Group aria-labelledby="decision" value={decision} onChange={(event) => { setDecision(event.target.value as Decision); setReasons(''); }} style={{ display: 'grid', gap: 8 }}
        options={allowed.map((value) => ({ value, label: t(`review.${value}`) }))} />
      {decision && (
        <>
          {decision === 'recommend' && (
            <div className="field">
              <label htmlFor={fieldId('/batch')}>{t('review.batch')}</label>
              <Input id={fieldId('/batch')} value={batch} maxLength={17} placeholder="2026-1" status={wrong('/batch') ? 'error' : ''} onChange={(event) => { setBatch(event.target.value); }} />
              {wrong('/batch') && <p className="field-error">{wrong('/batch')}</p>}
            </div>
          )}
          <Reasons key={decision} usual={[1, 2, 3].map((number) => t(`usual.${decision}.${String(number)}`))} value={reasons} onChange={setReasons} error={wrong('/reasons')} />
          <p className="small soft">{t('review.public')}</p>
          <Button type="primary" danger={decision === 'refuse'} loading={decide.isPending} onClick={() => { decide.mutate(decision); }}>{t(`review.do.${decision}`)}</Button>
        </>
      )}
    </section>
  );
}
