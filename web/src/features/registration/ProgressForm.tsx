import { Button, Form, Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, registration } from '../../api/client';
import type { Application, PlannedProject } from '../../api/types';
import { useCommand } from '../../desk/command';
import { DeskPage } from '../../desk/DeskPage';
import { atField, Choices, Field, showAtFields } from '../../desk/Field';
import { useUnsaved } from '../../desk/unsaved';
import { isDecimal } from '../../lib/decimal';
import { Refused } from '../../parts/Refused';
import { projectStates } from '../disclosure/key-projects';
import { KeyProjectTable, ReportLine } from '../disclosure/KeyProjectTable';
import { refusedFields, shown, type Reported } from './key-projects';

type Typed = { state?: Reported['state']; investedWanYuan?: string; asOf?: string; note?: string };
type Props = { application: Application; project: PlannedProject; onBack: () => void; onReload: () => void };

/** One report on one project; the previous one stands beside it, and below what everybody will read. */
export function ProgressForm({ application, project, onBack, onReload }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Typed>();
  const typed = (Form.useWatch([], form) ?? {}) as Typed;
  const [touched, setTouched] = useState(false);
  const before = application.progress.filter(({ number }) => number === project.number);
  const last = before.at(-1);
  const report = useCommand((sent: Typed) => read(registration.POST('/applications/{id}/key-projects/{number}/progress', {
    params: { path: { id: application.id, number: project.number }, header: ifMatch(application.version) }, body: toSend(sent) as never,
  })), ['application', application.id], onBack);
  useUnsaved(touched && !report.isPending && !report.isSuccess);
  const problem = useMemo(() => atField(report.error, refusedFields, t), [report.error, t]);
  useEffect(() => { showAtFields(form, problem, t); }, [form, problem, t]);
  return (
    <DeskPage title={t('projects.reportOn', { project: project.name })} about={application.park.name}>
      <div className="beside">
        <div className="left">
          <Form form={form} layout="vertical" className="form" initialValues={{ state: last?.state, investedWanYuan: last?.investedWanYuan }} onValuesChange={() => { setTouched(true); }}
            onFinish={(sent) => { report.mutate(sent); }} requiredMark={false} scrollToFirstError>
            {problem ? <Refused problem={problem} onReload={onReload} /> : null}
            <Choices path={['state']} label={t('keyProject.state')} options={projectStates.map((value) => ({ value, label: t(`keyProject.stateOf.${value}`) }))} />
            <div className="pair">
              <Field path={['investedWanYuan']} label={t('keyProject.invested')} help={t('projects.investedHelp')}><Input inputMode="decimal" maxLength={16} suffix={t('unit.wanYuan')} /></Field>
              <Field path={['asOf']} label={t('projects.asOf')} help={t('projects.asOfHelp')}><Input type="date" /></Field>
            </div>
            <Field path={['note']} label={t('projects.note')} help={t('projects.noteHelp')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} /></Field>
            <div className="actions">
              <Button type="primary" htmlType="submit" loading={report.isPending}>{t('projects.send')}</Button>
              <Button onClick={onBack}>{t('desk.back')}</Button>
            </div>
          </Form>
          <section aria-labelledby="preview">
            <h2 id="preview">{t('projects.preview')}</h2>
            <KeyProjectTable projects={[shown(project, [...before, ...complete(typed)])]} />
          </section>
        </div>
        <aside className="right" aria-labelledby="previous">
          <div className="panel">
            <h2 id="previous">{t('projects.previous')}</h2>
            {last ? <ol className="reports"><ReportLine report={last} /></ol> : <p className="soft">{t('keyProject.noReports')}</p>}
          </div>
        </aside>
      </div>
    </DeskPage>
  );
}

const toSend = (typed: Typed) => Object.fromEntries(Object.entries(typed).map(([name, value]: [string, string | undefined]) => [name, value?.trim() ?? '']).filter(([, value]) => value !== ''));

/** What is typed so far, once it says enough to be shown. */
function complete({ state, investedWanYuan = '', asOf = '', note = '' }: Typed): Reported[] {
  return state && isDecimal(investedWanYuan.trim()) && asOf ? [{ state, investedWanYuan: investedWanYuan.trim(), asOf, note: note.trim() || null }] : [];
}
