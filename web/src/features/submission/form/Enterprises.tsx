import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import type { EnterpriseCoverage, EnterpriseData } from '../../../api/types';
import { Coverage } from '../../../parts/Coverage';
import { columns, contextColumns } from '../columns';
import { useYear } from '../year-context';
import { Bill } from './Bill';
import { Conversions } from './Conversions';
import { Rows } from './Rows';

const lists = ['fuels', 'conversions', 'electricity', 'thermalGeneration', 'heat', 'products', 'bunkers'] as const;
const qualities = ['measured', 'calculated', 'default', 'estimated'] as const;

/** Energy entered per enterprise: added to the park's own lines. Nobody outside review and verification sees it. */
export function Enterprises({ coverage }: { coverage: EnterpriseCoverage | null | undefined }) {
  const { t } = useTranslation();
  const { data, change } = useYear();
  const [open, setOpen] = useState<number>();
  const all = data.enterprises ?? [];
  return (
    <div className="stack" id={fieldId('/enterprises')} tabIndex={-1}>
      <p className="notice">{t('enterprise.confidential')}</p>
      <Coverage coverage={coverage ?? null} />
      {all.length === 0 && <p className="soft">{t('enterprise.none')}</p>}
      <ul className="findings">
        {all.map((enterprise, index) => (
          <li key={enterprise.id ?? index}>
            <About enterprise={enterprise} index={index} />
            <div className="actions">
              <Button onClick={() => { setOpen(open === index ? undefined : index); }} aria-expanded={open === index}>{t(open === index ? 'enterprise.close' : 'enterprise.open', { count: linesOf(enterprise) })}</Button>
              <Button type="link" onClick={() => { change('/enterprises', all.filter((_, other) => other !== index)); }}>{t('enterprise.remove', { name: enterprise.name ?? String(index + 1) })}</Button>
            </div>
            {open === index && lists.map((list) => (
              <div key={list} className="stack part-of"><h3>{t(`section.${list}`)}</h3><Part list={list} base={`/enterprises/${String(index)}/data`} name={enterprise.name ?? ''} /></div>
            ))}
          </li>
        ))}
      </ul>
      <div><Button onClick={() => { change('/enterprises', [...all, { id: crypto.randomUUID() }]); setOpen(all.length); }}>{t('enterprise.add')}</Button></div>
      <h3 className="apart">{t('enterprise.effects')}</h3>
      <p className="soft">{t('enterprise.effectsAbout')}</p>
      <Rows list="/context/enterprises" columns={contextColumns.enterprises} label={t('enterprise.effects')} />
    </div>
  );
}

function Part({ list, base, name }: { list: (typeof lists)[number]; base: string; name: string }) {
  const { t } = useTranslation();
  if (list === 'electricity') return <Bill base={base} label={`${name} ${t('section.electricity')}`} />;
  if (list === 'conversions') return <Conversions quiet base={base} />;
  return <Rows quiet list={`${base}/${list}`} columns={columns[list]} label={`${name} ${t(`section.${list}`)}`} />;
}

const linesOf = (enterprise: EnterpriseData) => lists.reduce((count, list) => count + (enterprise.data?.[list]?.length ?? 0), 0);

function About({ enterprise, index }: { enterprise: EnterpriseData; index: number }) {
  const { t } = useTranslation();
  const { change } = useYear();
  const quality = useId();
  return (
    <div className="actions" style={{ alignItems: 'start' }}>
      <Text pointer={`/enterprises/${String(index)}/name`} label={t('enterprise.name')} value={enterprise.name} width={280} />
      <Text pointer={`/enterprises/${String(index)}/creditCode`} label={t('enterprise.creditCode')} value={enterprise.creditCode} width={220} />
      <div className="field" style={{ width: 160 }}>
        <label htmlFor={quality}>{t('column.quality')}</label>
        <Select id={quality} allowClear value={enterprise.quality ?? undefined} style={{ width: '100%' }} options={qualities.map((value) => ({ value, label: t(`code.quality.${value}`) }))} onChange={(value?: string) => { change(`/enterprises/${String(index)}/quality`, value); }} />
      </div>
    </div>
  );
}

function Text({ pointer, label, value, width }: { pointer: string; label: string; value: string | null | undefined; width: number }) {
  const { change, problems } = useYear();
  const wrong = problems.get(pointer);
  const id = fieldId(pointer);
  return (
    <div className="field" style={{ width, maxWidth: '100%' }}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={value ?? ''} maxLength={200} status={wrong ? 'error' : ''} aria-describedby={wrong ? `${id}-error` : undefined} onChange={(event) => { change(pointer, event.target.value); }} />
      {wrong && <span id={`${id}-error`} className="cell-error">{wrong}</span>}
    </div>
  );
}
