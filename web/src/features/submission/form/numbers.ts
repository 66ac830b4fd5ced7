import { isDecimal, shift } from '../../../lib/decimal';

const grouped = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?$/;

/**
 * What was typed or pasted, as the service reads numbers: full-width digits, thousands separators and blanks around do no harm.
 * Anything else stays as it is, so that it is refused by name: 1,5 is not 15.
 */
export function plain(text: string): string {
  const trimmed = text.normalize('NFKC').replace(/[\u2212\u2013]/g, '-').replace(/\s+/g, ' ').trim();
  const digits = (grouped.test(trimmed) ? trimmed.replace(/[, ]/g, '') : trimmed).replace(/^\+/, '');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(digits) ? digits.replace(/\.$/, '').replace(/^(-?)0*(?=\d)/, '$1').replace(/^(-?)\./, '$10.') : digits;
}

/** The number in what was typed; undefined where there is none. */
export function numberIn(text: unknown): string | undefined {
  const found = typeof text === 'string' || typeof text === 'number' ? plain(String(text)) : '';
  return isDecimal(found) ? found : undefined;
}

/** Units in which a bill may come. The record keeps the first. */
export type PowerUnit = 'MWh' | 'wkWh';
/** 1 万kWh = 10 MWh. */
export const powerPlaces: Record<PowerUnit, number> = { MWh: 0, wkWh: 1 };

/** A kept number in a unit that is 10^places times as large, exactly; what is no number stays as it was typed. */
export const inUnit = (kept: string, places: number) => rescaled(kept, -places);
/** What was typed in that unit, as it is kept. */
export const fromUnit = (typed: string, places: number) => rescaled(typed, places);

function rescaled(text: string, places: number): string {
  const number = numberIn(text);
  return number === undefined ? text : places === 0 ? number : shift(number, places);
}
