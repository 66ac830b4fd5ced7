import { useTranslation } from 'react-i18next';
import { usePowerUnit } from './power-unit';

/** Bills come in 万kWh, meters in MWh: one switch for all electricity of the form. */
export function PowerUnitSwitch() {
  const { t } = useTranslation();
  const [power, set] = usePowerUnit();
  return (
    <div className="actions">
      <span id="power-unit">{t('form.powerUnit')}</span>
      <div className="segmented" role="group" aria-labelledby="power-unit">
        {(['MWh', 'wkWh'] as const).map((unit) => <button key={unit} type="button" aria-pressed={power.name === unit} onClick={() => { set(unit); }}>{t(`unit.${unit}`)}</button>)}
      </div>
    </div>
  );
}
