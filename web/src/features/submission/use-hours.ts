import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ifMatch, read, submission as api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Hours } from '../../api/types';
import { upload } from '../../api/upload';

/** The largest file that the service takes, in MB. */
export const mostMegabytes = 100;

/** The hours of a year: the file that is kept, and the one on its way. They have a version of their own. */
export function useHours(id: string, onChange: () => void) {
  const queries = useQueryClient();
  const queryKey = ['hours', id, 'draft'];
  const list = useQuery({ queryKey, queryFn: () => read(api.GET('/submissions/{id}/matching', { params: { path: { id } } })) });
  const [sending, setSending] = useState<{ name: string; share: number }>();
  const [failure, setFailure] = useState<{ name: string; error: unknown }>();
  const version = list.data?.version ?? 0;

  async function change(name: string, call: () => Promise<Hours>) {
    setFailure(undefined);
    setSending({ name, share: 0 });
    try {
      queries.setQueryData(queryKey, await call());
      await queries.invalidateQueries({ queryKey: ['submission', id] });
      onChange();
    } catch (error) {
      setFailure({ name, error });
      if (error instanceof Problem && error.isStale) await list.refetch();
    } finally {
      setSending(undefined);
    }
  }

  return {
    hours: list.data, loading: list.isPending, unreadable: list.error, reload: () => void list.refetch(), sending,
    name: failure?.name, problem: failure?.error, uploading: sending !== undefined,
    bring: (file: File) => change(file.name, () => upload<Hours>(
      `/api/submission/v1/submissions/${id}/matching?${new URLSearchParams({ name: file.name }).toString()}`, file,
      (share) => { setSending({ name: file.name, share }); }, { 'If-Match': `"${String(version)}"` },
    )),
    remove: () => change(list.data?.file?.name ?? '', () => read(api.DELETE('/submissions/{id}/matching', { params: { path: { id }, header: ifMatch(version) } }))),
  };
}

export type HoursEdit = ReturnType<typeof useHours>;
