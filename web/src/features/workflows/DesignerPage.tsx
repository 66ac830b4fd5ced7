import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Select, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { processes, read, workflows } from '../../api/client';
import type { PublishedDrawing } from '../../api/types';
import { DeskPage } from '../../desk/DeskPage';
import { useMe } from '../../desk/me';
import { useUnsaved } from '../../desk/unsaved';
import { day } from '../../lib/date';
import { provinceName } from '../../lib/provinces';
import { DrawingEditor } from '../../parts/DrawingEditor';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { DraftFindings } from './DraftFindings';
import { DraftPublish } from './DraftPublish';
import { DraftTrial } from './DraftTrial';
import './workflows.css';

/** A province's own drawing for a slot of a national process: drawn or brought as a file, checked, tried, published from a day on. */
export function DesignerPage() {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  const published = useQuery({ queryKey: ['definitions'], queryFn: () => read(processes.GET('/definitions')) });
  const slots = (published.data?.items ?? []).filter((each) => each.isSlot);
  const [base, setBase] = useState<string>();
  const chosen = slots.find((each) => keyOf(each) === base) ?? slots.find((each) => each.process === 'provincial-review' && each.province === null) ?? slots[0];
  const text = useQuery({
    queryKey: ['drawing', chosen?.sha256], enabled: Boolean(chosen), staleTime: Infinity,
    queryFn: () => read(processes.GET('/definitions/{sha256}', { params: { path: { sha256: chosen?.sha256 ?? '' } } })),
  });
  const [draft, setDraft] = useState<{ from: string; initial: string; xml: string }>();
  const [mode, setMode] = useState<'draw' | 'text'>('draw');
  const begun = draft ?? (text.data && { from: text.data.sha256, initial: text.data.xml, xml: text.data.xml });
  const changed = begun !== undefined && text.data !== undefined && begun.xml !== text.data.xml;
  const check = useMutation({ mutationFn: (xml: string) => read(workflows.POST('/drafts/check', { body: { slot: chosen?.process ?? '', xml, before: chosen?.sha256 ?? null } })) });
  const [trying, setTrying] = useState<string>();
  useUnsaved(changed);
  const name = (each: PublishedDrawing) => `${t(`designer.slot.${each.process}`, { defaultValue: each.process })} · ${each.province ? provinceName(each.province, i18n.language) : t('designer.base')} · ${t('designer.from', { day: day(each.validFrom, i18n.language) })}`;
  const take = (xml: string) => { if (begun) setDraft({ from: begun.from, initial: xml, xml }); check.reset(); setTrying(undefined); };
  return (
    <DeskPage title={t('page.designer')} about={t('designer.about')}>
      {published.error && <Refused problem={published.error} />}
      <div className="designer-tools">
        <div className="field grow">
          <label htmlFor="base">{t('designer.version')}</label>
          <Select id="base" value={chosen ? keyOf(chosen) : null} loading={published.isPending} onChange={(value) => { setBase(value ?? undefined); setDraft(undefined); check.reset(); setTrying(undefined); }} options={slots.map((each) => ({ value: keyOf(each), label: name(each) }))} />
        </div>
        <Upload accept=".bpmn,.xml" showUploadList={false} beforeUpload={(file) => { void file.text().then(take); return false; }}><Button>{t('designer.upload')}</Button></Upload>
        {begun && <a className="button quiet" download={`${chosen?.process ?? 'draft'}.bpmn`} href={`data:application/xml;charset=utf-8,${encodeURIComponent(begun.xml)}`}>{t('designer.download')}</a>}
      </div>
      {!begun && <Skeleton height={360} />}
      {begun && (
        <>
          <div className="segmented" role="group" aria-label={t('designer.mode')}>
            <button type="button" aria-pressed={mode === 'draw'} onClick={() => { setDraft({ ...begun, initial: begun.xml }); setMode('draw'); }}>{t('designer.draw')}</button>
            <button type="button" aria-pressed={mode === 'text'} onClick={() => { setMode('text'); }}>{t('designer.text')}</button>
          </div>
          {mode === 'draw'
            ? <DrawingEditor key={begun.initial} initial={begun.initial} onChange={(xml) => { setDraft({ ...begun, xml }); }} onFailed={() => { setDraft(begun); setMode('text'); }} />
            : <div className="field"><label htmlFor="xml">{t('designer.textLabel')}</label><Input.TextArea id="xml" className="xml" rows={20} spellCheck={false} value={begun.xml} onChange={(event) => { setDraft({ ...begun, xml: event.target.value }); }} /></div>}
          <div className="actions">
            <Button type="primary" loading={check.isPending} onClick={() => { check.mutate(begun.xml); setTrying(undefined); }}>{t('designer.check')}</Button>
            <Button onClick={() => { setTrying(begun.xml); }}>{t('designer.try')}</Button>
            {changed && <Button onClick={() => { setDraft(undefined); check.reset(); }}>{t('designer.discard')}</Button>}
          </div>
        </>
      )}
      {check.error && <Refused key={check.failureCount} problem={check.error} />}
      {check.data && <DraftFindings xml={check.variables} found={check.data} />}
      {trying !== undefined && <DraftTrial key={trying} xml={trying} />}
      {check.data?.accepted && me?.role === 'operator' && <DraftPublish xml={check.variables} />}
      {check.data?.accepted && me?.role !== 'operator' && <p className="notice">{t('designer.whoPublishes')}</p>}
    </DeskPage>
  );
}

const keyOf = (each: PublishedDrawing) => `${each.process}/${each.province ?? ''}/${each.validFrom}`;
