import { Button, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ifMatch, read, workflows } from '../../api/client';
import { explainField, fieldId, Problem } from '../../api/problem';
import type { Task } from '../../api/types';
import { useCommand } from '../../desk/command';
import { Reasons } from '../../desk/Reasons';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import { fieldsOf, fromFields, usualOf } from './kinds';

/** How the task ends, why, and what the park will read. A refusal says its reason and leaves the task open, with what was typed. */
export function TaskDecision({ task: { task, outcomes, actions, usedUp }, onReload }: { task: Task; onReload: () => Promise<unknown> }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [outcome, setOutcome] = useState<string | undefined>(outcomes.length === 1 ? outcomes[0] : undefined);
  const [reasons, setReasons] = useState('');
  const [fields, setFields] = useState<Record<string, string>>({});
  const decide = useCommand(
    async (chosen: string) => {
      try {
        return await read(workflows.POST('/tasks/{id}/completion', { params: { path: { id: task.id }, header: ifMatch(task.version) }, body: { outcome: chosen, reasons, data: fromFields(fields) } }));
      } catch (refused) {
        // The refusal stands in the task's record too: the next try is decided on the task as it is then.
        await onReload();
        throw refused;
      }
    },
    ['task', task.id],
    (answer) => { if (answer.state === 'recorded') void navigate('/desk'); },
  );
  useUnsaved(reasons !== '' && !decide.isPending && !decide.isSuccess);
  const wrong = (pointer: string) => {
    const found = decide.error instanceof Problem ? decide.error.errors.find((error) => error.pointer === pointer || error.pointer === `/data${pointer}`) : undefined;
    return found && explainField(found, t);
  };
  if (task.recording || decide.data?.state === 'recording') return <section className="panel" aria-labelledby="decision"><h2 id="decision">{t('work.decision')}</h2><p role="status" className="notice">{t('work.recording')}</p></section>;
  if (!actions.includes('complete')) return null;

  const named = (value: string) => t(`outcomeOf.${task.kind}.${value}`, { defaultValue: t(`outcome.${value}`, { defaultValue: value }) });
  const asked = outcome ? fieldsOf(task.kind, outcome) : [];
  const checks = i18n.exists(`checklist.${task.kind}.1`) ? [1, 2, 3].map((number) => `checklist.${task.kind}.${String(number)}`).filter((key) => i18n.exists(key)) : [];
  return (
    <section className="panel" aria-labelledby="decision">
      <h2 id="decision">{t('work.decision')}</h2>
      {decide.error && <><Refused key={decide.failureCount} problem={decide.error} onReload={() => void onReload()} /><p>{t('work.refusedWhat')}</p></>}
      {checks.length > 0 && (
        <fieldset className="plain"><legend className="small soft">{t('work.checklist')}</legend>
          <div className="stack-4">{checks.map((key) => <Checkbox key={key}>{t(key)}</Checkbox>)}</div>
        </fieldset>
      )}
      <Radio.Group aria-label={t('work.outcome')} className="stack-4" value={outcome} onChange={(event) => { setOutcome(event.target.value as string); setReasons(''); }}
        options={outcomes.map((value) => ({ value, label: named(value) }))} />
      {usedUp.map((each) => <p key={each.outcome} className="small soft">{t('work.usedUp', { outcome: named(each.outcome), count: each.most })}</p>)}
      {outcome && (
        <>
          {asked.map(({ name, type }) => (
            <div className="field" key={name}>
              <label htmlFor={fieldId(`/${name}`)}>{t(`work.${name}`)}</label>
              <Input id={fieldId(`/${name}`)} type={type} value={fields[name] ?? ''} status={wrong(`/${name}`) ? 'error' : ''} onChange={(event) => { setFields({ ...fields, [name]: event.target.value }); }} />
              {wrong(`/${name}`) && <p className="field-error">{wrong(`/${name}`)}</p>}
            </div>
          ))}
          <Reasons key={outcome} usual={usualOf(task.kind, outcome).filter((key) => i18n.exists(key)).map((key) => t(key))} value={reasons} onChange={setReasons} error={wrong('/reasons')} />
          <p className="small soft">{t('work.reasonsPublic')}</p>
          <Button type="primary" disabled={reasons.trim().length < 2} loading={decide.isPending} onClick={() => { decide.mutate(outcome); }}>{t('work.send')}</Button>
        </>
      )}
      {actions.includes('claim') && <p className="small soft">{t('work.claimFirst')}</p>}
    </section>
  );
}
