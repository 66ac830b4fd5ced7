import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client';
import { upload } from '../../api/upload';
import type { EvidenceFile } from '../../api/types';

/** A file on its way, or one that was refused. */
export type Sending = { key: string; name: string; share: number; error?: unknown };

/** The largest file that the service takes, in bytes. */
export const mostBytes = 50 * 1024 * 1024;

/** Where the files of a year are read; the body that verifies it says by which verification. */
export const evidencePath = (id: string, verification?: string, file = '') => `/submissions/${id}/evidence${file && `/${file}`}${verification ? `?verification=${verification}` : ''}`;

export const useEvidenceList = (id: string, verification?: string) => useQuery({ queryKey: ['evidence', id], queryFn: () => ask<EvidenceFile[]>('submission', evidencePath(id, verification)) });

/** The evidence files of a year: those that are kept, and those on their way, one after the other. */
export function useEvidence(id: string) {
  const queries = useQueryClient();
  const list = useEvidenceList(id);
  const [sending, setSending] = useState<Sending[]>([]);
  const change = (key: string, next: Partial<Sending>) => { setSending((all) => all.map((one) => (one.key === key ? { ...one, ...next } : one))); };
  const drop = (key: string) => { setSending((all) => all.filter((one) => one.key !== key)); };

  async function bring(files: File[], month: string | undefined) {
    const queue = files.map((file) => ({ file, key: crypto.randomUUID() }));
    setSending((all) => [...all, ...queue.map(({ file, key }) => ({ key, name: file.name, share: 0 }))]);
    for (const { file, key } of queue) {
      try {
        await upload(`/api/submission/v1/submissions/${id}/evidence?${new URLSearchParams({ name: file.name, ...(month && { month }) }).toString()}`, file, (share) => { change(key, { share }); });
        await queries.invalidateQueries({ queryKey: ['evidence', id] });
        drop(key);
      } catch (error) {
        change(key, { error });
      }
    }
  }

  const refused = sending.filter((one) => one.error !== undefined).length;
  return { files: list.data ?? [], loading: list.isPending, unreadable: list.error, reload: () => void list.refetch(), sending, refused, uploading: sending.length > refused, bring, drop };
}

export type EvidenceEdit = ReturnType<typeof useEvidence>;
