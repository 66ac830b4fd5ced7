import { useQuery } from '@tanstack/react-query';
import { disclosure, read } from '../../api/client';

export const usePacks = () => useQuery({ queryKey: ['packs'], queryFn: () => read(disclosure.GET('/rule-packs')), staleTime: 300_000 });

/** A pack in full; a version never changes, so it is read once. Its id is `kind/name`. */
export const usePackOf = (pack: { id: string; version: string } | undefined) => useQuery({
  queryKey: ['pack', pack?.id, pack?.version], enabled: Boolean(pack), staleTime: Infinity,
  queryFn: () => {
    const [kind = '', name = ''] = pack?.id.split('/') ?? [];
    return read(disclosure.GET('/rule-packs/{kind}/{name}/{version}', { params: { path: { kind, name, version: pack?.version ?? '' } } }));
  },
});

/** A province's own title in full. */
export const useTitleOf = (pack: { id: string; version: string } | undefined) => useQuery({
  queryKey: ['title', pack?.id, pack?.version], enabled: Boolean(pack), staleTime: Infinity,
  queryFn: () => read(disclosure.GET('/rule-packs/provincial/{adcode}/{version}', { params: { path: { adcode: pack?.id.split('/')[1] ?? '', version: pack?.version ?? '' } } })),
});

/** The national pack that names fuels, products and limits on forms. */
export function usePack() {
  const { data } = usePacks();
  return usePackOf(data?.items[0]).data;
}
