import { useQuery } from '@tanstack/react-query';
import { disclosure, read } from '../../api/client';
import type { DisputeItem } from '../../api/types';
import type { Look } from '../../parts/Tags';

/** The disputes about a park; asked once for a whole page. */
export const useDisputes = (parkId: string) => useQuery({
  queryKey: ['disputes', parkId],
  queryFn: () => read(disclosure.GET('/parks/{id}/disputes', { params: { path: { id: parkId } } })),
});

const open = new Set<DisputeItem['state']>(['received', 'takenUp', 'answered']);

export const isOpen = ({ state }: Pick<DisputeItem, 'state'>) => open.has(state);

/** Whether a figure is under dispute, or was found wrong and not corrected since. */
export const concerns = (dispute: Pick<DisputeItem, 'state' | 'corrected'>) =>
  isOpen(dispute) || ((dispute.state === 'upheld' || dispute.state === 'partlyUpheld') && !dispute.corrected);

/** A dispute that was upheld says something against the figure, never for it. */
export const disputeLook: Record<DisputeItem['state'], Look> = {
  received: 'active', takenUp: 'active', answered: 'active', declined: 'unknown', upheld: 'attention', partlyUpheld: 'attention', notUpheld: 'unknown',
};

/** `verified.total` in words. */
export function figureWords(figure: string, t: (key: string, options?: Record<string, unknown>) => string): { basis: string; figure: string } {
  const [basis, name] = figure.includes('.') ? [figure.split('.')[0] ?? '', figure.split('.').at(-1) ?? ''] : ['', figure];
  return {
    basis: basis === 'reported' || basis === 'verified' ? t(`disputeBasis.${basis}`) : basis,
    figure: t(`figure.name.${name}`, { defaultValue: name }),
  };
}
