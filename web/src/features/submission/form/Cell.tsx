import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import type { Column } from '../columns';
import { choices, evidenceChoices, matches, unitOf } from '../words';
import { useYear } from '../year-context';
import { HeatCell } from './HeatCell';
import { NumberField } from './NumberField';
import { lastIn } from './previous';

type Props = { column: Column; list: string; index: number; line: Record<string, unknown>; row: string; bare?: boolean };

const wide = new Set(['text', 'evidence']);

/** One cell of a year: its value, its unit, and below it last year's value and what the service found wrong. */
export function Cell({ column, list, index, line, row, bare = false }: Props) {
  const { t, i18n } = useTranslation();
  const { data, previous, pack, change, problems, evidence } = useYear();
  const pointer = `${list}/${String(index)}/${column.member}`;
  const value = line[column.member];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const wrong = problems.get(pointer);
  const id = fieldId(pointer);
  const name = t(`column.${column.member}`);
  const label = t('year.cell', { row, column: name });
  const common = { id, 'aria-label': label, 'aria-describedby': wrong ? `${id}-error` : undefined, 'aria-invalid': wrong ? true : undefined, ...(wrong && { status: 'error' as const }) };
  const field = () => {
    switch (column.kind) {
      case 'number': return <NumberField pointer={pointer} label={label} value={value} unit={unitOf(line, column.member, pack)} bare={bare} last={lastIn(data, previous, list, line, column.member)} onChange={(next) => { change(pointer, next); }} />;
      case 'heat': return <HeatCell at={`${list}/${String(index)}`} label={label} line={line} last={lastIn(data, previous, list, line, 'gj')} />;
      case 'text': return <Input {...common} value={text} maxLength={1000} onChange={(event) => { change(pointer, event.target.value); }} />;
      default: return (
        <Select {...common} value={text || undefined} allowClear={column.extra === true} showSearch={{ filterOption: matches }} popupMatchSelectWidth={false} options={column.kind === 'evidence' ? evidenceChoices(evidence, text) : choices(column, pack, i18n.language, t)}
          notFoundContent={column.kind === 'evidence' ? t('evidence.noneYet') : undefined} onChange={(chosen: string | undefined) => { change(pointer, chosen); }} />
      );
    }
  };
  return (
    <td data-label={name} className={wide.has(column.kind) ? 'wide' : column.kind === 'number' || column.kind === 'heat' ? 'figure-cell' : undefined}>
      {field()}
      {wrong && column.kind !== 'number' && column.kind !== 'heat' && <span id={`${id}-error`} className="cell-error">{wrong}</span>}
    </td>
  );
}
