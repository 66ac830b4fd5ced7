import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ifMatch, read, registration } from '../../api/client';
import { Problem } from '../../api/problem';
import type { BoundaryChange, ListedPark } from '../../api/types';
import { useCommand } from '../../desk/command';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { atField, Field, showAtFields } from '../../desk/Field';
import { useUnsaved } from '../../desk/unsaved';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { BoundaryDiff } from '../disclosure/BoundaryDiff';
import { changeToSend, readable, refusedFields, type BoundaryTyped } from './boundary-form';
import { NotGeoJson } from './facts-form';

/** The nation records that it approved another boundary for a listed park. */
export function ChangeBoundary() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data: park, error, refetch } = useQuery({ queryKey: ['listed-park', id], queryFn: () => read(registration.GET('/parks/{id}', { params: { path: { id } } })) });
  const [done, setDone] = useState(false);
  if (!park) return <Awaited error={error} onReload={() => void refetch()} />;
  if (done) {
    return (
      <DeskPage title={t('boundaryChange.done')} about={t('boundaryChange.doneAbout')}>
        <p><a href={`/parks/${id}#boundaries`}>{t('list.publicPage')}</a></p>
        <p><Link to="/desk/parks">{t('boundaryChange.toParks')}</Link></p>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={t('page.boundaryChange')} about={<><span lang="zh-CN">{park.facts.name}</span> · {t('boundaryChange.about')}</>}>
      {park.actions.includes('changeBoundary') ? <ChangeForm park={park} onDone={() => { setDone(true); }} onReload={() => void refetch()} /> : <p className="empty">{t('boundaryChange.notYours')}</p>}
    </DeskPage>
  );
}

type FormProps = { park: ListedPark; onDone: () => void; onReload: () => void };

function ChangeForm({ park, onDone, onReload }: FormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<BoundaryTyped>();
  const [touched, setTouched] = useState(false);
  const [unread, setUnread] = useState<Problem>();
  const change = useCommand((body: BoundaryChange) => read(registration.POST('/parks/{id}/boundary-changes', {
    params: { path: { id: park.parkId }, header: ifMatch(park.version) }, body,
  })), ['listed-park', park.parkId], onDone);
  const problem = useMemo(() => unread ?? atField(change.error, refusedFields, t), [unread, change.error, t]);
  useUnsaved(touched && !change.isPending && !change.isSuccess);
  useEffect(() => { showAtFields(form, problem, t); }, [form, problem, t]);

  const send = (typed: BoundaryTyped) => {
    try {
      setUnread(undefined);
      change.mutate(changeToSend(typed));
    } catch (error) {
      if (!(error instanceof NotGeoJson)) throw error;
      setUnread(new Problem(422, undefined, '', [{ pointer: '/boundary', message: t('application.notGeoJson') }]));
    }
  };
  return (
    <Form form={form} layout="vertical" className="form" requiredMark={false} onFinish={send}
      onValuesChange={(changed: BoundaryTyped) => { setTouched(true); form.setFields((Object.keys(changed) as (keyof BoundaryTyped)[]).map((name) => ({ name, errors: [] }))); }}
      initialValues={{ fourBounds: park.facts.fourBounds ?? '', boundary: park.facts.boundary ? JSON.stringify(park.facts.boundary) : '' }}>
      {problem ? <Refused problem={problem} onReload={onReload} /> : null}
      <Field path={['fourBounds']} label={t('application.fourBounds')} help={t('application.fourBoundsHelp')}><Input.TextArea rows={3} maxLength={2000} /></Field>
      <Field path={['boundary']} label={`${t('application.geoJson')}（${t('optional')}）`} help={t('application.geoJsonHelp')}><Input.TextArea rows={5} spellCheck={false} className="code" /></Field>
      <Field path={['validFrom']} label={t('boundaryChange.validFrom')} help={t('boundaryChange.validFromHelp', { year: park.facts.baseYear })}><Input inputMode="numeric" maxLength={4} /></Field>
      <div className="pair">
        <Field path={['document']} label={t('list.number')} help={t('boundaryChange.documentHelp')}><Input maxLength={80} /></Field>
        <Field path={['publishedOn']} label={t('boundaryChange.date')}><Input type="date" /></Field>
      </div>
      <Field path={['source']} label={t('list.source')} help={t('boundaryChange.sourceHelp')}><Input maxLength={400} /></Field>
      <Field path={['reasons']} label={t('list.reasons')}><Input.TextArea rows={4} maxLength={4000} /></Field>
      <Preview park={park} />
      <Button type="primary" htmlType="submit" loading={change.isPending} style={{ marginBlockStart: 24 }}>{t('boundaryChange.send')}</Button>
    </Form>
  );
}

/** What everybody will read on the park's page: the drawing of what changes, and the decision. */
function Preview({ park: { facts } }: { park: ListedPark }) {
  const { t, i18n } = useTranslation();
  const form = Form.useFormInstance<BoundaryTyped>();
  const typed = (Form.useWatch([], form) as BoundaryTyped | undefined) ?? {};
  const outline = useMemo(() => readable(typed.boundary), [typed.boundary]);
  const decision = [typed.publishedOn && day(typed.publishedOn, i18n.language), typed.document, typed.validFrom && t('boundaryChange.from', { year: typed.validFrom })].filter(Boolean).join(' · ');
  return (
    <section aria-labelledby="preview" className="boundary-preview">
      <h2 id="preview">{t('boundaryChange.preview')}</h2>
      <p className="soft">{t('boundaryChange.previewAbout')}</p>
      <BoundaryDiff name={facts.name} before={{ title: t('boundaryChange.registered'), words: facts.fourBounds, geometry: facts.boundary ?? undefined }}
        after={{ title: t('boundaryChange.proposed'), words: typed.fourBounds?.trim() || null, geometry: outline }} />
      {decision && <p className="soft">{decision}</p>}
      {typed.reasons && <p className="preview" lang="zh-CN">{typed.reasons}</p>}
    </section>
  );
}
