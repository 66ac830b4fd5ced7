import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { read, registration } from '../../api/client';
import type { ApplicationItem } from '../../api/types';
import { fieldId } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { DeskPage } from '../../desk/DeskPage';
import { Field, showAtFields } from '../../desk/Field';
import { useUnsaved } from '../../desk/unsaved';
import { provinceName } from '../../lib/provinces';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { DemoTag } from '../../parts/Tags';

type Typed = { document?: string; publishedOn?: string; source?: string; reasons?: string };

/** The nation puts recommended parks on the construction list: one document, one date, one decision. */
export function PublishList() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [form] = Form.useForm<Typed>();
  const [chosen, setChosen] = useState<Record<string, string>>(() => (search.get('application') ? { [search.get('application') ?? '']: '' } : {}));
  const [touched, setTouched] = useState(false);
  const [named, setNamed] = useState<Record<string, string>>({});
  const recommended = useQuery({ queryKey: ['applications', 'recommended'], queryFn: () => read(registration.GET('/applications', { params: { query: { status: 'recommended' } } })) });
  const items = recommended.data?.items ?? [];
  const batch = items.find((item) => item.id in chosen)?.batch ?? '';
  const publish = useCommand((typed: Typed) => read(registration.POST('/lists', {
    body: {
      batch, document: typed.document?.trim() ?? '', publishedOn: typed.publishedOn ?? '', source: typed.source?.trim() ?? '', reasons: typed.reasons?.trim() ?? '',
      applications: items.filter((item) => item.id in chosen).map((item) => ({ applicationId: item.id, ...(chosen[item.id] && { listNumber: Number(chosen[item.id]) }) })),
    },
  })), ['applications']);
  useUnsaved(touched && !publish.isPending && !publish.isSuccess);
  useEffect(() => { showAtFields(form, publish.error, t); }, [form, publish.error, t]);

  if (publish.data) {
    return (
      <DeskPage title={t('list.done')} about={t('list.doneAbout', { count: publish.data.parkIds.length })}>
        <ul className="tasks">{publish.data.parkIds.map((park) => <li key={park}><span lang="zh-CN">{named[park]}</span><a href={`/parks/${park}`}>{t('list.publicPage')}</a></li>)}</ul>
        <p><Link to="/desk">{t('desk.toInbox')}</Link></p>
      </DeskPage>
    );
  }
  return (
    <DeskPage title={t('page.listNew')} about={t('list.about')}>
      {recommended.error && <Refused problem={recommended.error} onReload={() => void recommended.refetch()} />}
      <section aria-labelledby="recommended">
        <h2 id="recommended">{t('list.recommended')}</h2>
        {recommended.isPending && <Skeleton lines={3} height={36} />}
        {recommended.data && items.length === 0 && <p className="empty">{t('list.empty')}</p>}
        {items.length > 0 && <Candidates items={items} batch={batch} chosen={chosen} onChange={(next) => { setChosen(next); setTouched(true); }} />}
      </section>
      {items.length > 0 && (
        <section aria-labelledby="document">
          <h2 id="document">{t('list.document')}</h2>
          <Form form={form} layout="vertical" className="form" requiredMark={false} onValuesChange={() => { setTouched(true); }} onFinish={(typed) => { setNamed(Object.fromEntries(items.map((item) => [item.parkId, item.name]))); publish.mutate(typed); }}>
            {publish.error && <Refused problem={publish.error} onReload={() => void recommended.refetch()} />}
            <div className="pair">
              <Field path={['document']} label={t('list.number')} help={t('list.numberHelp')}><Input maxLength={80} /></Field>
              <Field path={['publishedOn']} label={t('list.date')}><Input type="date" /></Field>
            </div>
            <Field path={['source']} label={t('list.source')} help={t('list.sourceHelp')}><Input maxLength={400} /></Field>
            <Field path={['reasons']} label={t('list.reasons')}><Input.TextArea rows={4} maxLength={4000} /></Field>
            <Button type="primary" htmlType="submit" loading={publish.isPending} disabled={!batch}>{t('list.publish', { count: Object.keys(chosen).length })}</Button>
          </Form>
        </section>
      )}
    </DeskPage>
  );
}

type CandidatesProps = { items: ApplicationItem[]; batch: string; chosen: Record<string, string>; onChange: (chosen: Record<string, string>) => void };

/** A list belongs to one batch: choosing a park rules out those of other batches. */
function Candidates({ items, batch, chosen, onChange }: CandidatesProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-labelledby="recommended" tabIndex={0}>
      <table id={fieldId('/applications')}>
        <thead><tr><th scope="col">{t('list.choose')}</th><th scope="col">{t('parks.province')}</th><th scope="col">{t('parks.batch')}</th><th scope="col">{t('list.listNumber')}</th></tr></thead>
        <tbody>
          {items.map((item) => {
            const on = item.id in chosen;
            return (
              <tr key={item.id}>
                <th scope="row">
                  <Checkbox checked={on} disabled={Boolean(batch) && item.batch !== batch} onChange={(event) => {
                    const { [item.id]: _gone, ...rest } = chosen;
                    onChange(event.target.checked ? { ...chosen, [item.id]: '' } : rest);
                  }}><span lang="zh-CN">{item.name}</span></Checkbox> {item.demo && <DemoTag />} <Link to={`/desk/applications/${item.id}`}>{t('list.dossier')}</Link>
                </th>
                <td>{provinceName(item.province, i18n.language)}</td>
                <td>{item.batch}</td>
                <td><Input aria-label={t('list.listNumberOf', { name: item.name })} inputMode="numeric" maxLength={5} style={{ width: 100 }} disabled={!on} value={chosen[item.id] ?? ''} onChange={(event) => { onChange({ ...chosen, [item.id]: event.target.value.replace(/\D/g, '') }); }} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
