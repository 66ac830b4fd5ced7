import { useTranslation } from 'react-i18next';
import { indicatorValues, notApplicableColumns, unitProductColumns } from '../columns';
import { Rows } from './Rows';
import { Value } from './Value';

/** What the guiding indicators need beyond the energy lines. */
export function Indicators() {
  const { t } = useTranslation();
  return (
    <div className="stack">
      {indicatorValues.map(({ group, members, unit }) => (
        <fieldset key={group} className="values">
          <legend><h3>{t(`group.${group.replace('/', '.')}`)}</h3></legend>
          {members.map((member) => <Value key={member} pointer={`/indicators/${group}/${member}`} unit={unit} />)}
        </fieldset>
      ))}
      <div><h3>{t('group.unitProducts')}</h3><Rows list="/indicators/unitProducts" columns={unitProductColumns} label={t('group.unitProducts')} other={t('form.otherProduct')} /></div>
      <div><h3>{t('group.notApplicable')}</h3><p className="soft">{t('year.notApplicableHelp')}</p><Rows list="/indicators/notApplicable" columns={notApplicableColumns} label={t('group.notApplicable')} /></div>
    </div>
  );
}
