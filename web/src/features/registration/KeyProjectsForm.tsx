import { Button, Form, Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, registration } from '../../api/client';
import { fieldId } from '../../api/problem';
import type { Application } from '../../api/types';
import { useCommand } from '../../desk/command';
import { DeskPage } from '../../desk/DeskPage';
import { Field, showAtFields } from '../../desk/Field';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import './key-projects.css';
import { highestNumber, mostProjects, projectsToSend, type ProjectsTyped, type ProjectTyped } from './key-projects';

type Props = { application: Application; onBack: () => void; onReload: () => void };

/** The table of key projects, written and saved whole; what is wrong is shown at its project and field. */
export function KeyProjectsForm({ application, onBack, onReload }: Props) {
  const { t } = useTranslation();
  const [form] = Form.useForm<ProjectsTyped>();
  const [touched, setTouched] = useState(false);
  // A number is never given again while the table is written: a line that is removed takes its own along.
  const highest = useRef(highestNumber(application.keyProjects));
  const write = useCommand((typed: ProjectsTyped) => read(registration.PUT('/applications/{id}/key-projects', {
    params: { path: { id: application.id }, header: ifMatch(application.version) }, body: projectsToSend(typed),
  })), ['application', application.id], onBack);
  useUnsaved(touched && !write.isPending && !write.isSuccess);
  useEffect(() => { showAtFields(form, write.error, t); }, [form, write.error, t]);
  return (
    <DeskPage title={t('projects.title')} about={application.park.name}>
      <Form form={form} layout="vertical" className="form" initialValues={{ projects: application.keyProjects }} onValuesChange={() => { setTouched(true); }}
        onFinish={(typed) => { write.mutate(typed); }} requiredMark={false} scrollToFirstError>
        {write.error && <Refused problem={write.error} onReload={onReload} />}
        <p>{t('projects.help')}</p>
        <Form.List name="projects">
          {(rows, { add, remove }) => (
            <div id={fieldId('/projects')} tabIndex={-1}>
              {rows.length === 0 && <p className="soft">{t('projects.none')}</p>}
              {rows.map((row, index) => <Project key={row.key} index={index} name={row.name} number={form.getFieldValue(['projects', row.name, 'number']) as number} onRemove={() => { remove(row.name); setTouched(true); }} />)}
              {rows.length < mostProjects && (
                <Button onClick={() => {
                  highest.current = highestNumber(application.keyProjects, highest.current) + 1;
                  add({ number: highest.current } satisfies ProjectTyped);
                }}>{t('projects.add')}</Button>
              )}
            </div>
          )}
        </Form.List>
        <div className="actions" style={{ marginBlockStart: 24 }}>
          <Button type="primary" htmlType="submit" loading={write.isPending}>{t('desk.save')}</Button>
          <Button onClick={onBack}>{t('desk.back')}</Button>
        </div>
      </Form>
    </DeskPage>
  );
}

function Project({ index, name, number, onRemove }: { index: number; name: number; number: number; onRemove: () => void }) {
  const { t } = useTranslation();
  const at = (member: string) => ({ path: ['projects', index, member], name: [name, member] });
  const title = t('projects.number', { number });
  return (
    <fieldset className="project">
      <legend>{title}</legend>
      <Form.Item name={[name, 'number']} hidden><Input /></Form.Item>
      <div className="pair">
        <Field {...at('name')} label={t('keyProject.name')}><Input maxLength={80} /></Field>
        <Field {...at('body')} label={t('keyProject.body')}><Input maxLength={80} /></Field>
      </div>
      <div className="pair">
        <Field {...at('fromYear')} label={t('projects.fromYear')}><Input inputMode="numeric" maxLength={4} /></Field>
        <Field {...at('toYear')} label={t('projects.toYear')}><Input inputMode="numeric" maxLength={4} /></Field>
        <Field {...at('investmentWanYuan')} label={t('keyProject.investment')}><Input inputMode="decimal" maxLength={16} suffix={t('unit.wanYuan')} /></Field>
      </div>
      <Field {...at('content')} label={t('keyProject.content')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={600} /></Field>
      <Field {...at('plan')} label={t('keyProject.plan')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={600} /></Field>
      <Field {...at('meaning')} label={t('keyProject.meaning')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} /></Field>
      <Button onClick={onRemove} aria-label={t('projects.remove', { project: title })}>{t('desk.remove')}</Button>
    </fieldset>
  );
}
