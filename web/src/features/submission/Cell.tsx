import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../api/problem';
import type { Column } from './columns';
import { useYear } from './year-context';
import { choices, evidenceChoices, matches, unitOf } from './words';

type Props = { column: Column; list: string; index: number; line: Record<string, unknown> };

/** One cell of a year: its value, its unit, and at its side what the service found wrong with it. */
export function Cell({ column, list, index, line }: Props) {
  const { t, i18n } = useTranslation();
  const { pack, change, problems, evidence } = useYear();
  const pointer = `${list}/${String(index)}/${column.member}`;
  const value = line[column.member];
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const wrong = problems.get(pointer);
  const id = fieldId(pointer);
  const common = {
    id, 'aria-label': t('year.cell', { column: t(`column.${column.member}`), line: index + 1 }),
    'aria-describedby': wrong ? `${id}-error` : undefined, ...(wrong && { status: 'error' as const }),
  };
  return (
    <td className={column.kind === 'fuel' || column.kind === 'product' || column.kind === 'limit' || column.kind === 'text' || column.kind === 'evidence' ? 'wide' : column.kind === 'number' ? 'figure-cell' : undefined}>
      {column.kind === 'number' || column.kind === 'text' ? (
        <Input {...common} value={text} inputMode={column.kind === 'number' ? 'decimal' : 'text'} maxLength={column.kind === 'number' ? 20 : 1000} suffix={unitOf(line, column.member, pack)} onChange={(event) => { change(pointer, event.target.value); }} />
      ) : (
        <Select {...common} value={text || undefined} allowClear showSearch={{ filterOption: matches }} popupMatchSelectWidth={false} options={column.kind === 'evidence' ? evidenceChoices(evidence, text) : choices(column, pack, i18n.language, t)}
          notFoundContent={column.kind === 'evidence' ? t('evidence.noneYet') : undefined} onChange={(chosen: string | undefined) => { change(pointer, chosen); }} />
      )}
      {wrong && <span id={`${id}-error`} className="cell-error">{wrong}</span>}
    </td>
  );
}
