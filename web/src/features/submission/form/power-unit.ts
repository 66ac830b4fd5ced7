import { useStored } from '../../../lib/use-stored';
import { powerPlaces, type PowerUnit } from './numbers';

/** The unit in which this browser types and reads electricity; the record keeps MWh. */
export function usePowerUnit(): [{ name: PowerUnit; places: number }, (unit: PowerUnit) => void] {
  const [stored, set] = useStored<PowerUnit>('power-unit', 'MWh');
  const name: PowerUnit = stored === 'wkWh' ? 'wkWh' : 'MWh';
  return [{ name, places: powerPlaces[name] }, set];
}
