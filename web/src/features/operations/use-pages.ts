import { useInfiniteQuery, type QueryKey } from '@tanstack/react-query';

/** A list that comes in pages by key: what was read so far, and the way to more. */
export function usePages<Item>(queryKey: QueryKey, page: (after: string | undefined) => Promise<{ items: Item[]; next: string | null }>) {
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey, initialPageParam: undefined as string | undefined, queryFn: ({ pageParam }) => page(pageParam), getNextPageParam: (last) => last.next ?? undefined,
  });
  return { items: data?.pages.flatMap(({ items }) => items), error, refetch, more: hasNextPage ? () => void fetchNextPage() : undefined, reading: isFetchingNextPage };
}
