import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../columns';
import { useYear } from '../year-context';
import { finds, varieties, type Variety } from './varieties';

type Props = { columns: Column[]; label: string; onAdd: (line: Record<string, string>) => void };

/** Adds a row for something that is searched by name, in either language, or by code. */
export function AddVariety({ columns, label, onAdd }: Props) {
  const { t, i18n } = useTranslation();
  const { pack } = useYear();
  const groups = varieties(columns, pack, i18n.language, t);
  const options = groups.length === 1 ? groups[0]?.options : groups.map(({ label: group, options: members }) => ({ label: group, title: group, options: members }));
  return (
    <Select<string, Variety> className="add-variety" aria-label={t('form.addTo', { label })} placeholder={t('form.add')} value={null as never} popupMatchSelectWidth={false}
      showSearch={{ filterOption: (typed, variety) => variety !== undefined && 'search' in variety && finds(typed, variety) }} options={options as Variety[]} notFoundContent={t('form.notFound')}
      optionRender={(option) => <span className="variety">{option.data.label} {!option.data.value.includes('/') && <span className="small soft">{option.data.value}</span>}</span>}
      onChange={(_, chosen) => { if (!Array.isArray(chosen) && chosen) onAdd((chosen as Variety).line); }} />
  );
}
