import { exact, headline, shift } from './decimal';

/** How masses of CO2 and energy are shown: in tonnes or in ten thousand tonnes (万吨). */
export type MassUnit = 't' | 'wt';

export type Shown = { text: string; exact: string; unit: string };

/**
 * A value with its unit as a page shows it. Shares (unit `1`) become percentages, `t` and `tce` follow the reader's switch,
 * everything else stays as recorded. `unit` is an i18n key under `unit.`.
 */
export function show(value: string, unit: string, mass: MassUnit): Shown {
  if (unit === '1') return pair(shift(value, 2), 'percent');
  if ((unit === 't' || unit === 'tce') && mass === 'wt') return pair(shift(value, -4), unit === 't' ? 'wt' : 'wtce');
  return pair(value, unitKey(unit));
}

const pair = (value: string, unit: string): Shown => ({ text: headline(value), exact: exact(value), unit });

const keys: Record<string, string> = { 't/tce': 'tPerTce', MWh: 'mwh', GJ: 'gj', '1': 'one' };

/** Units are i18n keys where they need words, and stand for themselves otherwise. */
export const unitKey = (unit: string) => keys[unit] ?? unit;

/** Units with a word or symbol of their own in the resources. */
export const namedUnits = ['t', 'tce', 'wt', 'wtce', 'tPerTce', 'percent', 'wanYuan', 'mwh', 'gj', 'one'];
