import { QueryClient } from '@tanstack/react-query';
import { Problem } from '../api/problem';

/** A refusal is an answer and not asked again; a lost connection or a failing service is tried once more. */
export const newQueries = (staleTime: number) => new QueryClient({
  defaultOptions: {
    queries: {
      staleTime,
      refetchOnWindowFocus: false,
      retry: (tried, error) => tried < 1 && (!(error instanceof Problem) || error.isOffline || error.status >= 500),
      retryDelay: 800,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
