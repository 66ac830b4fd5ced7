import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { ifMatch, read, submission as api } from '../../api/client';
import type { ActivityData, Submission } from '../../api/types';
import { explainField, Problem } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import { isSection, sections, tidy } from './activity';
import { LivePanel } from './LivePanel';
import { pointers, useLiveResult } from './use-live-result';
import { YearEditor } from './YearEditor';

type Props = { submission: Submission; onReload: () => void; onCheck: () => void; onBack?: () => void };

/** The form of a year: sections left, the live result right, saved when asked. */
export function EditYear({ submission, onReload, onCheck, onBack }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const [data, setData] = useState<ActivityData>(submission.draft ?? { year: submission.year });
  const [saved, setSaved] = useState(() => JSON.stringify(tidy(data).sent));
  const section = isSection(search.get('section')) ? (search.get('section') as (typeof sections)[number]) : 'fuels';
  const go = (next: (typeof sections)[number]) => { setSearch({ section: next }, { replace: true, preventScrollReset: true }); };
  const sentNow = JSON.stringify(tidy(data).sent);
  const unsaved = sentNow !== saved;
  useUnsaved(unsaved);

  const save = useCommand(
    (typed: ActivityData) => read(api.PUT('/submissions/{id}/draft', { params: { path: { id: submission.id }, header: ifMatch(submission.version) }, body: tidy(typed).sent })),
    ['submission', submission.id],
    (_output, typed) => { setSaved(JSON.stringify(tidy(typed).sent)); void message.success(t('year.saved')); },
  );
  const live = useLiveResult(data);
  const refused = useMemo(() => pointers(save.error, tidy(data).toForm, (error) => explainField(error, t)), [save.error, data, t]);
  const problems = live.problems.size > 0 ? live.problems : live.error ? refused : new Map<string, string>();
  return (
    <div className="beside">
      <div className="left">
        {save.error && <Refused key={save.failureCount} problem={onForm(save.error, tidy(data).toForm)} onReload={onReload} />}
        <YearEditor data={data} onChange={setData} problems={problems} section={section} onSection={go} />
        <div className="actions bar">
          <Button type="primary" loading={save.isPending} disabled={!unsaved} onClick={() => { save.mutate(data); }}>{t('year.saveDraft')}</Button>
          <Button disabled={unsaved || !submission.actions.includes('submit')} onClick={onCheck}>{t('year.check')}</Button>
          {onBack && <Button onClick={onBack}>{t('desk.back')}</Button>}
          <span className="soft" role="status">{unsaved ? t('year.unsaved') : submission.actions.includes('submit') ? '' : t('year.notYet')}</span>
        </div>
      </div>
      <div className="right"><LivePanel result={live.result} stale={live.stale} problems={problems} onGoTo={go} /></div>
    </div>
  );
}

/** The same refusal, pointing at the lines of the form. */
function onForm(problem: unknown, toForm: (pointer: string) => string): unknown {
  return problem instanceof Problem ? new Problem(problem.status, problem.code, problem.message, problem.errors.map((error) => ({ ...error, pointer: toForm(error.pointer) }))) : problem;
}
