import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, submission as api } from '../../api/client';
import { explainField, Problem } from '../../api/problem';
import { countOf, lineOf, missing, toForm, toSend, type FormLine } from './certificate-lines';
import { pointers } from './use-live-result';

const asIs = (pointer: string) => pointer;
const listOf = (id: string) => read(api.GET('/submissions/{id}/certificates', { params: { path: { id } } }));

/** The green certificates of a year while they are edited. They have a version of their own and are saved as a whole. */
export function useCertificates(id: string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const queryKey = useMemo(() => ['certificates', id, 'draft'], [id]);
  const list = useQuery({ queryKey, queryFn: () => listOf(id), refetchOnMount: 'always' });
  const [typed, setTyped] = useState<FormLine[]>();
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<{ lines: FormLine[]; error: unknown; missing: boolean }>();
  const kept = useMemo(() => list.data?.items.map(toForm) ?? [], [list.data]);
  const lines = typed ?? kept;
  const dirty = typed !== undefined;
  const counted = useMemo(() => lines.map((line) => ({ kind: line.kind, count: countOf(line) })), [lines]);

  /** Sends the lines, or a file in their place, on the version given. */
  const send = useCallback(async (seen: number, call: (header: ReturnType<typeof ifMatch>) => Promise<unknown>) => {
    setSaving(true);
    setFailure(undefined);
    try {
      await call(ifMatch(seen));
      queries.setQueryData(queryKey, await listOf(id));
      setTyped((now) => (now === typed ? undefined : now));
      return true;
    } catch (error) {
      setFailure({ lines, error, missing: false });
      return false;
    } finally {
      setSaving(false);
    }
  }, [id, lines, typed, queries, queryKey]);

  const put = useCallback((seen: number) => {
    const blanks = missing(lines, t);
    if (blanks.size > 0) {
      setFailure({ lines, missing: true, error: new Problem(422, undefined, '', [...blanks].map(([pointer, message]) => ({ pointer, message }))) });
      return Promise.resolve(false);
    }
    return send(seen, (header) => read(api.PUT('/submissions/{id}/certificates', { params: { path: { id }, header }, body: { items: toSend(lines) } })));
  }, [id, lines, send, t]);

  const version = list.data?.version ?? 0;
  const error = failure?.error;
  // A mended field is no longer marked; a line that moved takes its marks with it.
  const problems = useMemo(() => {
    const found = new Map<string, string>();
    for (const [pointer, message] of pointers(failure?.error, asIs, (wrong) => explainField(wrong, t))) {
      const was = failure?.lines[lineOf(pointer) ?? -1];
      const now = lines.findIndex((line) => line.key === was?.key);
      const member = pointer.split('/')[3] as keyof FormLine | undefined;
      if (!was || now < 0 || (member && lines[now]?.[member] !== was[member])) continue;
      found.set(`/items/${String(now)}${member ? `/${member}` : ''}`, message);
    }
    return found;
  }, [failure, lines, t]);

  return {
    lines, counted, dirty, saving, error, problems, loading: list.isPending, unreadable: list.error,
    conflict: error instanceof Problem && error.isStale,
    change: setTyped,
    save: () => put(version),
    bring: (file: File) => send(version, async (header) => read(api.POST('/submissions/{id}/certificates/import', {
      params: { path: { id }, header }, body: await file.arrayBuffer() as never, bodySerializer: (body) => body as never, headers: { 'Content-Type': 'text/csv' },
    }))),
    theirs: () => { setFailure(undefined); setTyped(undefined); void list.refetch(); },
    mine: () => { void listOf(id).then((now) => put(now.version)); },
  };
}

export type Certificates = ReturnType<typeof useCertificates>;
