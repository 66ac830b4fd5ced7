import type { YearItem } from '../../api/types';

/** As many parks as fit side by side and are told apart. */
export const most = 5;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The chosen parks in the address; what is no id is left out. */
export const readChosen = (search: URLSearchParams): string[] =>
  [...new Set((search.get('parks') ?? '').toLowerCase().split(',').filter((text) => id.test(text)))].slice(0, most);

export type Size = 'small' | 'middle' | 'large';

/** The method's own bands of energy consumption, tce: targets change at 200,000 and 1,000,000. */
export const sizeOf = (tce: string): Size => (Number(tce) < 200_000 ? 'small' : Number(tce) < 1_000_000 ? 'middle' : 'large');

/** Parks of the same industry group and size band. */
export const peersOf = (park: YearItem, years: readonly YearItem[]) =>
  years.filter((other) => other.industryGroup === park.industryGroup && sizeOf(other.tce) === sizeOf(park.tce));

/** What can be compared: the indicator's or figure's id, its unit, and its value in a year. */
export const compared = ['core', 'cleanEnergy', 'directSupplyShare', 'solidWaste', 'wasteEnergy', 'water'] as const;
export type Compared = (typeof compared)[number];

export const unitOf = (item: Compared) => (item === 'core' ? 't/tce' : '1');

export const valueOf = (year: YearItem, item: Compared): string | null =>
  (item === 'directSupplyShare' ? year.directSupplyShare : year.indicators.find((indicator) => indicator.id === item)?.value) ?? null;

export const targetOf = (year: YearItem, item: Compared): string | null => year.indicators.find((indicator) => indicator.id === item)?.target ?? null;
