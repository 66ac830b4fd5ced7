import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ifMatch, read, submission as api } from '../../api/client';
import { Problem } from '../../api/problem';
import type { SavedDraft, Submission, YearDraft } from '../../api/types';

/** Who changed the draft meanwhile, and the version it stands at now. */
export type Conflict = { by: string; at: string; version: number };
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'refused' | 'failed';

const idle = 1500;

/**
 * Saves a moment after typing stops, each time on the version it has seen. What the service refuses waits until it is
 * changed; when somebody else saved meanwhile nothing is saved any more until `keep` is chosen (or the page loads theirs).
 */
export function useAutosave(submission: Submission, sent: YearDraft, start: string) {
  const queries = useQueryClient();
  const now = JSON.stringify(sent);
  const [saved, setSaved] = useState({ json: start, at: submission.draftSavedAt });
  const [problem, setProblem] = useState<{ json: string; error: unknown }>();
  const [conflict, setConflict] = useState<Conflict>();
  const [computed, setComputed] = useState<SavedDraft>();
  const [saving, setSaving] = useState(false);
  const version = useRef(submission.draftVersion);

  const save = useCallback(async () => {
    setSaving(true);
    try {
      const done = await read(api.PUT('/submissions/{id}/draft', { params: { path: { id: submission.id }, header: ifMatch(version.current) }, body: JSON.parse(now) as YearDraft }));
      version.current = done.version;
      setSaved({ json: now, at: done.savedAt });
      setComputed(done);
      setProblem(undefined);
      await queries.invalidateQueries({ queryKey: ['submission', submission.id] });
    } catch (error) {
      if (error instanceof Problem && error.code === 'draft-changed') setConflict(conflictOf(error));
      else setProblem({ json: now, error });
    } finally {
      setSaving(false);
    }
  }, [now, submission.id, queries]);

  const dirty = now !== saved.json;
  const due = dirty && !saving && !conflict && problem?.json !== now;
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => { void save(); }, idle);
    return () => { clearTimeout(timer); };
  }, [due, save]);

  const keep = () => { if (conflict) { version.current = conflict.version; setConflict(undefined); void save(); } };
  /** What is kept beside the data has changed: the service looks at the draft again. */
  const refresh = () => { if (!dirty && !conflict && (computed ?? submission.start)) void save(); };
  const refused = problem?.json === now ? problem.error : undefined;
  const state: SaveState = saving ? 'saving' : !dirty ? 'saved' : refused ? (refused instanceof Problem && refused.status === 422 ? 'refused' : 'failed') : 'unsaved';
  return { state, dirty, savedAt: saved.at, result: computed?.result ?? submission.result, signals: computed?.signals ?? (submission.draft || submission.actions.includes('submit') ? submission.signals : []), coverage: computed ? computed.coverage : submission.coverage, error: refused, conflict, save: () => { if (dirty && !saving && !conflict) void save(); }, keep, refresh };
}

const conflictOf = (error: Problem): Conflict => ({ by: String(error.more.changedBy), at: String(error.more.changedAt), version: Number(error.more.version) });
