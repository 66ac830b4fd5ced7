import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { disclosure, read } from '../../api/client';

export const useProvinces = () => useQuery({ queryKey: ['provinces'], queryFn: () => read(disclosure.GET('/provinces')) });
export const useBatches = () => useQuery({ queryKey: ['batches'], queryFn: () => read(disclosure.GET('/batches')) });
export const useBodies = () => useQuery({ queryKey: ['bodies'], queryFn: () => read(disclosure.GET('/bodies')) });

/** What disclosed years are narrowed by. */
export type YearQuery = { park?: string; province?: string; industry?: string; body?: string; year?: number };

const pageSize = 50;

/** Disclosed years, newest first, a page at a time. */
export const useYearItems = (query: YearQuery) => useInfiniteQuery({
  queryKey: ['yearItems', query],
  initialPageParam: 1,
  queryFn: ({ pageParam }) => read(disclosure.GET('/years', { params: { query: { ...query, page: pageParam, pageSize } } })),
  getNextPageParam: (last) => (last.page * last.pageSize < last.total ? last.page + 1 : undefined),
});
