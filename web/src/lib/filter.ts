import { industryGroups } from './industry';
import { isStage, type Stage } from './stage';

/** What the map's provinces are shaded by: how many parks, or how many of them have come so far. */
export const measures = ['parks', 'disclosed', 'met', 'accepted'] as const;
export type Measure = (typeof measures)[number];

/** What the list and the map are narrowed to; the address holds it so that a view can be shared. */
export type ParkFilter = {
  province?: string; stage?: Stage; scope?: 'whole' | 'partial'; listed?: true; disclosed?: true;
  industry?: string; batch?: string; verdict?: 'met' | 'notMet'; q?: string; by?: Measure; page: number;
};

/** Search text is cut here as the service would refuse more; nobody types more on purpose. */
const longest = 100;

/** Reads the filter from an address; what does not make sense is left out rather than refused. */
export function readFilter(search: URLSearchParams): ParkFilter {
  const province = search.get('province') ?? '';
  const stage = search.get('stage') ?? '';
  const scope = search.get('scope') ?? '';
  const industry = search.get('industry') ?? '';
  const batch = (search.get('batch') ?? '').slice(0, 60);
  const verdict = search.get('verdict') ?? '';
  const by = measures.find((measure) => measure === search.get('by'));
  const q = (search.get('q') ?? '').trim().slice(0, longest);
  const page = Number(search.get('page') ?? '1');
  return {
    ...(/^\d{6}$/.test(province) && { province }),
    ...(isStage(stage) && { stage }),
    ...((scope === 'whole' || scope === 'partial') && { scope }),
    ...(search.get('listed') === 'true' && { listed: true }),
    ...(search.get('disclosed') === 'true' && { disclosed: true }),
    ...(industryGroups.includes(industry) && { industry }),
    ...(batch && { batch }),
    ...((verdict === 'met' || verdict === 'notMet') && { verdict }),
    ...(q && { q }),
    ...(by && by !== 'parks' && { by }),
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  };
}

/** The address for a filter: members in a fixed order, nothing that is the default. */
export function writeFilter(filter: Partial<ParkFilter>): string {
  const search = new URLSearchParams();
  if (filter.q) search.set('q', filter.q);
  if (filter.province) search.set('province', filter.province);
  if (filter.stage) search.set('stage', filter.stage);
  if (filter.scope) search.set('scope', filter.scope);
  if (filter.listed) search.set('listed', 'true');
  if (filter.disclosed) search.set('disclosed', 'true');
  if (filter.industry) search.set('industry', filter.industry);
  if (filter.batch) search.set('batch', filter.batch);
  if (filter.verdict) search.set('verdict', filter.verdict);
  if (filter.by && filter.by !== 'parks') search.set('by', filter.by);
  if (filter.page && filter.page > 1) search.set('page', String(filter.page));
  const text = search.toString();
  return text ? `?${text}` : '';
}

/** Where what happens to these parks is followed, as Atom, in the reader's language; undefined where the filter narrows nothing. */
export function feedOf(filter: ParkFilter, language: string): string | undefined {
  if (!isNarrowed(filter)) return undefined;
  const asked = new URLSearchParams(writeFilter(filter));
  asked.delete('by');
  asked.delete('page');
  if (!language.startsWith('zh')) asked.set('language', 'en');
  return `/api/public/v1/feeds/search.atom?${asked.toString()}`;
}

export const isNarrowed = (filter: ParkFilter) => Boolean(filter.province ?? filter.stage ?? filter.scope ?? filter.listed ?? filter.disclosed ?? filter.industry ?? filter.batch ?? filter.verdict ?? filter.q);
