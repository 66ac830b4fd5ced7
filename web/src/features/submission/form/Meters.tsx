import { useTranslation } from 'react-i18next';
import { meterValues } from '../columns';
import { Value } from './Value';

/** What the boundary meters read over the year, and what the year is compared with. */
export function Meters() {
  const { t } = useTranslation();
  return (
    <div className="stack">
      {meterValues.map(({ group, values }) => (
        <fieldset key={group} className="values">
          <legend><h3>{t(`meterGroup.${group}`)}</h3></legend>
          {values.map(({ pointer, unit }) => <Value key={pointer} pointer={pointer} unit={unit} />)}
        </fieldset>
      ))}
    </div>
  );
}
