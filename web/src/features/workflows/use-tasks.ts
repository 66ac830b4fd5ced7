import { useQuery } from '@tanstack/react-query';
import { read, registration, workflows } from '../../api/client';

/** What waits: asked again now and then, since others and clocks move it too. */
export const useDesk = () => useQuery({ queryKey: ['inbox', 'tasks'], queryFn: () => read(workflows.GET('/tasks')), refetchInterval: 30_000 });

/** One task, asked again soon while a decision on it is being recorded. */
export const useTask = (id: string) => useQuery({
  queryKey: ['task', id],
  queryFn: () => read(workflows.GET('/tasks/{id}', { params: { path: { id } } })),
  refetchInterval: (query) => (query.state.data?.task.recording ? 1_000 : false),
});

/** Names of the parks within the caller's scope: listed ones, and those that apply. `known`: both lists came, or will not. */
export function useParkNames(): { names: ReadonlyMap<string, string>; known: boolean } {
  const applications = useQuery({ queryKey: ['applications'], queryFn: () => read(registration.GET('/applications')), staleTime: 60_000 });
  const parks = useQuery({ queryKey: ['parks'], queryFn: () => read(registration.GET('/parks')), staleTime: 60_000 });
  const names = new Map([...(parks.data?.items ?? []).map((park) => [park.parkId, park.facts.name] as const), ...(applications.data?.items ?? []).map((each) => [each.parkId, each.name] as const)]);
  return { names, known: !applications.isPending && !parks.isPending };
}
