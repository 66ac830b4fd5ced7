import { useQueries, useQuery } from '@tanstack/react-query';
import { disclosure, read } from '../../api/client';
import type { Result, YearDetail } from '../../api/types';

export const usePark = (id: string) => useQuery({
  queryKey: ['park', id],
  queryFn: () => read(disclosure.GET('/parks/{id}', { params: { path: { id } } })),
});

export const useTimeline = (id: string) => useQuery({
  queryKey: ['timeline', id],
  queryFn: () => read(disclosure.GET('/parks/{id}/timeline', { params: { path: { id } } })),
});

const yearQuery = (id: string, year: number) => ({
  queryKey: ['year', id, year],
  queryFn: () => read(disclosure.GET('/parks/{id}/years/{year}', { params: { path: { id, year } } })),
});

export const useYear = (id: string, year: number) => useQuery(yearQuery(id, year));

/** The disclosed years of a park, oldest first; those still being read are left out. */
export function useYears(id: string, years: readonly number[]): YearDetail[] {
  return useQueries({
    queries: [...years].sort((one, other) => one - other).map((year) => yearQuery(id, year)),
    combine: (answers) => answers.flatMap(({ data }) => (data ? [data] : [])),
  });
}

/** What counts for a year: the verified values once there are any, the reported ones until then. */
export function counting(year: YearDetail): { result: Result; basis: 'reported' | 'verified' } | undefined {
  if (year.verified) return { result: year.verified, basis: 'verified' };
  if (year.reported) return { result: year.reported, basis: 'reported' };
  return undefined;
}

export const indicatorOf = (result: Result, id: string) => result.indicators.find((indicator) => indicator.id === id);
