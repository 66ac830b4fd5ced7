import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { cloneElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../api/problem';
import { exact } from '../../lib/decimal';
import { State } from '../../parts/Tags';
import { certificateKinds, countOf, energySources, type FormLine } from './certificate-lines';

type Props = {
  line: FormLine; index: number; problems: Map<string, string>; open: boolean;
  /** For reading only. */
  fixed: boolean;
  onOpen: (wanted: boolean) => void; onChange: (line: FormLine) => void; onRemove: () => void;
};

type FieldProps = { index: number; member: keyof FormLine; problems: Map<string, string>; help?: string; children: ReactElement<object> };

/** One range: a line to read, opened to be changed. */
export function CertificateLine({ line, index, problems, open, fixed, onOpen, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const count = countOf(line);
  const number = index + 1;
  const put = (member: keyof FormLine, value: string) => { onChange({ ...line, [member]: value }); };
  const own = problems.get(`/items/${String(index)}`);
  const common = { index, problems };
  return (
    <li aria-label={t('certificate.line', { number })}>
      <div className="certificate-head">
        <div>
          <span className="soft">{number}.</span> <span className="hash">{line.first || '–'}</span>{line.last.trim() !== '' && <> – <span className="hash">{line.last}</span></>}
          <div className="soft">{[line.kind && t(`code.certificateKind.${line.kind}`), line.source && t(`code.energySource.${line.source}`), line.productionMonth, line.beneficiary].filter(Boolean).join(' · ')}</div>
        </div>
        <span className="number">{count === undefined ? <State look="unknown">{t('certificate.noCount')}</State> : <>{exact(String(count))} <span className="soft">MWh</span></>}</span>
      </div>
      {own && <p className="field-error">{own}</p>}
      {open && (
        <div className="certificate-fields">
          <Field {...common} member="first"><Input className="hash" value={line.first} maxLength={60} spellCheck={false} onChange={(event) => { put('first', event.target.value); }} /></Field>
          <Field {...common} member="last" help={t('certificate.lastHelp')}><Input className="hash" value={line.last} maxLength={60} spellCheck={false} onChange={(event) => { put('last', event.target.value); }} /></Field>
          <Field {...common} member="kind"><Select value={line.kind || undefined} options={certificateKinds.map((value) => ({ value, label: t(`code.certificateKind.${value}`) }))} onChange={(value: string) => { put('kind', value); }} /></Field>
          <Field {...common} member="source"><Select value={line.source || undefined} options={energySources.map((value) => ({ value, label: t(`code.energySource.${value}`) }))} onChange={(value: string) => { put('source', value); }} /></Field>
          <Field {...common} member="productionMonth"><Input type="month" value={line.productionMonth} placeholder="2025-03" onChange={(event) => { put('productionMonth', event.target.value); }} /></Field>
          <Field {...common} member="cancelledOn"><Input type="date" value={line.cancelledOn} placeholder="2025-06-30" onChange={(event) => { put('cancelledOn', event.target.value); }} /></Field>
          <Field {...common} member="beneficiary" help={t('certificate.beneficiaryHelp')}><Input value={line.beneficiary} maxLength={200} onChange={(event) => { put('beneficiary', event.target.value); }} /></Field>
        </div>
      )}
      {!fixed && (
        <div className="actions">
          <Button type="link" aria-expanded={open} aria-label={t(open ? 'certificate.closeLine' : 'certificate.editLine', { number })} onClick={() => { onOpen(!open); }}>{t(open ? 'enterprise.close' : 'certificate.edit')}</Button>
          <Button type="link" aria-label={t('certificate.removeLine', { number })} onClick={onRemove}>{t('desk.remove')}</Button>
        </div>
      )}
    </li>
  );
}

function Field({ index, member, problems, help, children }: FieldProps) {
  const { t } = useTranslation();
  const pointer = `/items/${String(index)}/${member}`;
  const id = fieldId(pointer);
  const wrong = problems.get(pointer);
  const described = [wrong && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{t(`certificate.${member}`)}</label>
      {cloneElement(children, { id, ...(wrong && { status: 'error' }), ...(described && { 'aria-describedby': described }) } as object)}
      {wrong && <span id={`${id}-error`} className="cell-error">{wrong}</span>}
      {help && <span id={`${id}-help`} className="small soft">{help}</span>}
    </div>
  );
}
