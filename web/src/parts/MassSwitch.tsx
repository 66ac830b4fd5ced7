import { useTranslation } from 'react-i18next';
import type { MassUnit } from '../lib/quantity';
import { useStored } from '../lib/use-stored';

/** Masses in t or in 万t, for all pages alike. */
export function MassSwitch() {
  const { t } = useTranslation();
  const [mass, setMass] = useStored<MassUnit>('mass', 't');
  return (
    <div className="segmented" role="group" aria-label={t('switch.mass')}>
      <button type="button" aria-pressed={mass === 't'} onClick={() => { setMass('t'); }}>{t('switch.massT')}</button>
      <button type="button" aria-pressed={mass === 'wt'} onClick={() => { setMass('wt'); }}>{t('switch.massWt')}</button>
    </div>
  );
}
