import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../api/problem';
import { at } from './activity';
import { indicatorValues, notApplicableColumns, unitProductColumns } from './columns';
import { LineTable } from './LineTable';
import { useYear } from './year-context';

/** What the guiding indicators need beyond the energy lines. */
export function Indicators() {
  const { t } = useTranslation();
  return (
    <div style={{ display: 'grid', gap: 24 }}>
      {indicatorValues.map(({ group, members, unit }) => (
        <fieldset key={group} style={{ border: 0 }}>
          <legend><h3>{t(`group.${group.replace('/', '.')}`)}</h3></legend>
          <div className="actions" style={{ alignItems: 'start' }}>{members.map((member) => <Value key={member} pointer={`/indicators/${group}/${member}`} label={t(`column.${member}`)} unit={unit} />)}</div>
        </fieldset>
      ))}
      <div><h3>{t('group.unitProducts')}</h3><LineTable list="/indicators/unitProducts" columns={unitProductColumns} label={t('group.unitProducts')} /></div>
      <div><h3>{t('group.notApplicable')}</h3><p className="soft">{t('year.notApplicableHelp')}</p><LineTable list="/indicators/notApplicable" columns={notApplicableColumns} label={t('group.notApplicable')} /></div>
    </div>
  );
}

function Value({ pointer, label, unit }: { pointer: string; label: string; unit: string }) {
  const { data, problems, change } = useYear();
  const value = at(data, pointer);
  const wrong = problems.get(pointer);
  const id = fieldId(pointer);
  return (
    <div className="field" style={{ width: 200 }}>
      <label htmlFor={id}>{label}</label>
      <Input id={id} value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''} inputMode="decimal" maxLength={20} suffix={unit} status={wrong ? 'error' : ''} aria-describedby={wrong ? `${id}-error` : undefined} onChange={(event) => { change(pointer, event.target.value); }} />
      {wrong && <span id={`${id}-error`} className="cell-error">{wrong}</span>}
    </div>
  );
}
