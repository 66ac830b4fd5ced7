import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ifMatch, read, workflows } from '../../api/client';
import type { Task } from '../../api/types';

/** Takes several tasks, each by itself: one that another person was faster with does not keep the rest. */
export function useClaims(done: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (tasks: readonly Task[]) => {
      const answers = await Promise.allSettled(tasks.map(({ task }) => read(workflows.POST('/tasks/{id}/claim', { params: { path: { id: task.id }, header: ifMatch(task.version) } }))));
      const claimed = answers.filter((answer) => answer.status === 'fulfilled').length;
      return { claimed, failed: answers.length - claimed };
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['inbox'] });
      done();
    },
  });
}
