import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ActivityData } from '../../api/types';
import { usePack } from '../disclosure/packs';
import { linesAt } from '../submission/activity';
import { columns } from '../submission/columns';
import { inWords } from '../submission/words';

/** The lines of a year in words, by pointer. */
export function useLineNames(data: ActivityData): { value: string; label: string }[] {
  const { t, i18n } = useTranslation();
  const pack = usePack();
  return Object.entries(columns).flatMap(([section, sectionColumns]) => linesAt(data, `/${section}`).map((line, index) => ({
    value: `/${section}/${String(index)}`,
    label: `${t(`section.${section}`)} ${String(index + 1)}: ${sectionColumns.filter((column) => !column.extra).map((column) => inWords(column, line[column.member], pack, i18n.language, t)).join(' · ')}`,
  })));
}

/** Which line of the data a finding is about, chosen by its words instead of by a pointer. */
export function LinePicker({ id, data, value, onChange }: { id: string; data: ActivityData; value: string | undefined; onChange: (pointer: string | undefined) => void }) {
  const { t } = useTranslation();
  const options = useLineNames(data);
  return (
    <div className="field">
      <label htmlFor={id}>{t('verification.line')}（{t('optional')}）</label>
      <Select id={id} allowClear showSearch={{ optionFilterProp: 'label' }} value={value} options={options} onChange={onChange} popupMatchSelectWidth={false} />
    </div>
  );
}
