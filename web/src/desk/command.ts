import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';

/**
 * A command on a record: while it runs the button waits, afterwards the record is read again, and a refusal is kept for
 * the page to show. What was typed stays where it is, whatever the answer.
 */
export function useCommand<Input, Output>(send: (input: Input) => Promise<Output>, reads: QueryKey, done?: (output: Output, input: Input) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async (output, input) => {
      await Promise.all([queries.invalidateQueries({ queryKey: reads }), queries.invalidateQueries({ queryKey: ['inbox'] })]);
      done?.(output, input);
    },
  });
}
