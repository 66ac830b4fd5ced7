import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { disclosure, read } from '../../api/client';
import type { ParkItem } from '../../api/types';
import type { ParkFilter } from '../../lib/filter';

/** Rows on one page of the home list. */
export const pageSize = 10;

/** The contract's largest page; pins are gathered in pages of this size. */
const gathered = 200;

const query = ({ province, stage, scope, listed, disclosed, industry, batch, verdict, q }: Partial<ParkFilter>) => ({
  ...(province && { province }), ...(stage && { stage }), ...(scope && { scope }), ...(listed && { listed }), ...(disclosed && { disclosed }), ...(industry && { industry }), ...(batch && { batch }), ...(verdict && { verdict }), ...(q && { q }),
});

export const useParkList = (filter: ParkFilter) => useQuery({
  queryKey: ['parks', filter],
  queryFn: () => read(disclosure.GET('/parks', { params: { query: { ...query(filter), page: filter.page, pageSize } } })),
  placeholderData: keepPreviousData,
});

/** Every park under the filter, for the map: the same records as the list, without its paging. */
export const useParkPins = (filter: ParkFilter) => useQuery({
  queryKey: ['pins', query(filter)],
  queryFn: () => allParks(query(filter)),
  placeholderData: keepPreviousData,
});

async function allParks(narrowed: ReturnType<typeof query>): Promise<ParkItem[]> {
  const page = (number: number) => read(disclosure.GET('/parks', { params: { query: { ...narrowed, page: number, pageSize: gathered } } }));
  const first = await page(1);
  const more = Math.ceil(first.total / gathered) - 1;
  const rest = await Promise.all(Array.from({ length: Math.max(0, more) }, (_, index) => page(index + 2)));
  return [first, ...rest].flatMap((list) => list.items);
}
