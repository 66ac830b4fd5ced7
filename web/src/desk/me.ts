import { useQuery } from '@tanstack/react-query';
import { identity, read } from '../api/client';

/** The signed-in account and what it may begin. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: () => read(identity.GET('/me')), staleTime: 300_000 });
