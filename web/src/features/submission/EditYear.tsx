import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { ActivityData, Submission, YearDraft } from '../../api/types';
import { explainField, Problem } from '../../api/problem';
import { page, useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import { tidy } from './activity';
import { Certificates } from './Certificates';
import { totals } from './certificate-lines';
import { DraftConflict } from './DraftConflict';
import { DraftState } from './DraftState';
import { ImportWorkbook } from './ImportWorkbook';
import { LivePanel } from './LivePanel';
import { EvidenceFiles } from './EvidenceFiles';
import { HoursSection } from './HoursSection';
import { withExpected } from './form/previous';
import { isSection, type FormSection } from './sections';
import { useAutosave } from './use-autosave';
import { useCertificates } from './use-certificates';
import { useEvidence } from './use-evidence';
import { useHours } from './use-hours';
import { pointers, useAtTotal, useLiveResult } from './use-live-result';
import { OpenWarnings, Warnings } from './Warnings';
import { YearEditor } from './YearEditor';

type Props = { submission: Submission; onReload: () => void; onCheck: () => void; onBack?: () => void };

/** What the park goes on from: its draft, else what it submitted last, else nothing. */
const begin = (submission: Submission): YearDraft => submission.start ?? { year: submission.year };

/** The form of a year: sections left, the live result right, saved by itself. */
export function EditYear({ submission, onReload, onCheck, onBack }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const [data, setData] = useState<YearDraft>(() => withExpected(begin(submission), submission.previous));
  const [start] = useState(() => JSON.stringify(tidy(data).sent));
  const section = isSection(search.get('section')) ? (search.get('section') as FormSection) : 'fuels';
  const go = (next: FormSection) => { setSearch({ section: next }, { replace: true, preventScrollReset: true }); };
  const { sent, toForm } = useMemo(() => tidy(data), [data]);
  const draft = useAutosave(submission, sent, start);
  const certificates = useCertificates(submission.id);
  const evidence = useEvidence(submission.id);
  const hours = useHours(submission.id, draft.refresh);
  useUnsaved(draft.dirty || certificates.dirty || evidence.uploading || hours.uploading, page);

  const live = useLiveResult(data);
  const refused = useMemo(() => pointers(draft.error, toForm, (error) => explainField(error, t)), [draft.error, toForm, t]);
  // Enterprises are added up by the service alone, so that the result is the one of the last save.
  const perEnterprise = (data.enterprises ?? []).length > 0;
  const found = useMemo(() => new Map(perEnterprise ? refused : [...refused, ...live.problems]), [perEnterprise, refused, live.problems]);
  const problems = useAtTotal(data, found);
  const result = perEnterprise ? (draft.result ?? undefined) : live.result;
  // What does not add up is refused when the year is submitted.
  const apart = certificates.loading ? 0 : totals(certificates.counted, data).filter((total) => !total.fits).length;
  const beside = {
    certificates: { count: certificates.lines.length, wrong: certificates.problems.size + apart, body: <Certificates edit={certificates} data={data} /> },
    hours: { count: hours.hours?.matching ? 1 : 0, wrong: hours.problem === undefined ? 0 : 1, body: <HoursSection submission={submission} edit={hours} /> },
    evidence: { count: evidence.files.length, wrong: evidence.refused, body: <EvidenceFiles submission={submission} edit={evidence} /> },
  };
  const unsaved = draft.dirty || certificates.dirty;
  const maySubmit = submission.actions.includes('submit');
  const save = () => {
    if (certificates.dirty && !certificates.conflict) void certificates.save().then((done) => { if (!done) go('certificates'); });
    if (draft.dirty) draft.save();
    else if (!certificates.dirty) void message.success(t('year.saved'));
  };
  return (
    <div className="beside">
      <div className="left">
        {draft.conflict && <DraftConflict conflict={draft.conflict} onTheirs={onReload} onMine={draft.keep} />}
        {draft.state === 'failed' && <Refused problem={onForm(draft.error, toForm)} onReload={onReload} />}
        <ImportWorkbook submission={submission} onTake={(imported) => { setData((now) => withExpected(replaced(now, imported), submission.previous)); }} />
        <OpenWarnings signals={draft.signals} answers={data.answers ?? []} />
        <YearEditor data={data} previous={submission.previous} result={result} perEnterprise beside={beside} evidence={evidence.files} coverage={draft.coverage} onChange={setData} problems={problems} section={section} onSection={go} />
        <Warnings signals={draft.signals} answers={data.answers ?? []} onChange={(answers) => { setData((now) => ({ ...now, answers })); }} onGoTo={go} />
        <div className="actions bar">
          <Button type="primary" loading={draft.state === 'saving' || certificates.saving} onClick={save}>{t('year.saveDraft')}</Button>
          <Button disabled={unsaved || !maySubmit} onClick={onCheck}>{t('year.check')}</Button>
          {onBack && <Button onClick={onBack}>{t('desk.back')}</Button>}
          <DraftState state={draft.state === 'saved' && certificates.dirty ? 'unsaved' : draft.state} savedAt={draft.savedAt} wrong={problems.size} mayNotSubmit={!maySubmit} />
        </div>
      </div>
      <div className="right"><LivePanel result={result} stale={perEnterprise ? draft.dirty : live.stale} problems={problems} onGoTo={go} /></div>
    </div>
  );
}

/** What a workbook says replaces what the form says; what no workbook holds stays. */
const replaced = (data: YearDraft, imported: ActivityData): YearDraft =>
  ({ ...data, ...imported, ...{ bill: undefined }, context: { ...data.context, ...imported.context, enterprises: data.context?.enterprises ?? null } });

/** The same refusal, pointing at the lines of the form. */
function onForm(problem: unknown, toForm: (pointer: string) => string): unknown {
  return problem instanceof Problem ? new Problem(problem.status, problem.code, problem.message, problem.errors.map((error) => ({ ...error, pointer: toForm(error.pointer) }))) : problem;
}
