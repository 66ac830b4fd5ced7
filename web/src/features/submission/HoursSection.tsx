import { Button, Progress } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { explainField, Problem } from '../../api/problem';
import type { Submission } from '../../api/types';
import { MatchedHours } from '../../parts/MatchedHours';
import { Refused } from '../../parts/Refused';
import { sizeOf } from './evidence';
import { mostMegabytes, type HoursEdit } from './use-hours';

/** The year hour by hour: a template, an upload, and what the file amounts to. Nobody has to. */
export function HoursSection({ submission, edit }: { submission: Submission; edit: HoursEdit }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { hours, sending } = edit;
  const address = `/api/submission/v1/submissions/${submission.id}/matching`;
  return (
    <div className="stack">
      <div className="panel">
        <h3>{t('hours.bring')}</h3>
        <p className="soft">{t('hours.takes', { most: mostMegabytes })}</p>
        <p className="soft">{t('hours.columns')}</p>
        <p><a href={`${address}/template.csv`} download>{t('hours.template', { year: submission.year })}</a></p>
        <div className="actions">
          <Button loading={sending !== undefined} onClick={() => input.current?.click()}>{t(hours?.file ? 'hours.replace' : 'hours.choose')}</Button>
          <input ref={input} type="file" accept=".csv,.xlsx,text/csv" hidden aria-label={t('hours.choose')}
            onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) void edit.bring(file); }} />
        </div>
        {sending && <div aria-live="polite"><span>{t(sending.share < 1 ? 'hours.sending' : 'hours.reading', { name: sending.name })}</span><Progress percent={Math.round(sending.share * 100)} size="small" aria-label={sending.name} /></div>}
        {edit.problem !== undefined && <Wrong problem={edit.problem} name={edit.name ?? ''} />}
      </div>
      {edit.unreadable && <Refused problem={edit.unreadable} onReload={edit.reload} />}
      {hours && !hours.matching && <p className="soft">{t('hours.none')}</p>}
      {hours?.matching && (
        <section aria-labelledby="hours">
          <h3 id="hours">{t('matching.title')}</h3>
          {hours.file && <p><a href={`${address}/${hours.file.sha256}`} download={hours.file.name}>{hours.file.name}</a> <span className="soft">{sizeOf(hours.file.size)}</span></p>}
          <MatchedHours matching={hours.matching} />
          <div className="actions">
            <Button danger disabled={sending !== undefined} onClick={() => { void edit.remove(); }}>{t('hours.remove')}</Button>
          </div>
        </section>
      )}
    </div>
  );
}

/** What is wrong in the file, place by place; each says row, column and value itself. */
function Wrong({ problem, name }: { problem: unknown; name: string }) {
  const { t } = useTranslation();
  if (!(problem instanceof Problem) || problem.errors.length === 0) return <Refused problem={problem} />;
  const [whole, places] = [problem.errors.filter((error) => error.pointer === ''), problem.errors.filter((error) => error.pointer !== '')];
  return (
    <div className="notice attention" role="alert">
      <h4>{t('hours.problems', { count: problem.errors.length, name })}</h4>
      <p>{t('hours.nothingKept')}</p>
      <ul>{[...places, ...whole].map((error) => <li key={error.pointer + error.message}>{explainField(error, t)}</li>)}</ul>
    </div>
  );
}
