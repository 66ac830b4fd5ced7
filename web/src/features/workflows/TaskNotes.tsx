import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, workflows } from '../../api/client';
import type { TaskNote } from '../../api/types';
import { useCommand } from '../../desk/command';
import { useMe } from '../../desk/me';
import { useUnsaved } from '../../desk/unsaved';
import { dayAndTime } from '../../lib/date';
import { Refused } from '../../parts/Refused';

/** What reviewers write down while they look: never seen by the park, gone with the task. */
export function TaskNotes({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data } = useQuery({ queryKey: ['notes', id], queryFn: () => read(workflows.GET('/tasks/{id}/notes', { params: { path: { id } } })) });
  if (!data || !me) return null;
  return (
    <section className="panel bare" aria-labelledby="internal">
      <h2 id="internal">{t('work.notes')}</h2>
      <p className="small soft">{t('work.notesAbout')}</p>
      {data.items.filter((note) => note.person !== me.id).map((note) => <Other key={note.person} note={note} />)}
      <Mine id={id} kept={data.items.find((note) => note.person === me.id)?.text ?? ''} />
    </section>
  );
}

function Other({ note }: { note: TaskNote }) {
  const { t, i18n } = useTranslation();
  return <div><p className="small soft">{t('work.noteOf', { at: dayAndTime(note.at, i18n.language) })}</p><p className="prose" lang="zh-CN">{note.text}</p></div>;
}

function Mine({ id, kept }: { id: string; kept: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState(kept);
  const keep = useCommand(() => read(workflows.PUT('/tasks/{id}/note', { params: { path: { id } }, body: { text } })), ['notes', id]);
  useUnsaved(text !== kept && !keep.isPending);
  return (
    <>
      {keep.error && <Refused key={keep.failureCount} problem={keep.error} />}
      <div className="field">
        <label htmlFor="own-note">{t('work.noteMine')}</label>
        <Input.TextArea id="own-note" rows={3} maxLength={10_000} value={text} onChange={(event) => { setText(event.target.value); }} />
      </div>
      <div className="actions"><Button disabled={text === kept} loading={keep.isPending} onClick={() => { keep.mutate(undefined); }}>{t('work.noteKeep')}</Button>{keep.isSuccess && text === kept && <span role="status" className="soft">{t('work.noteKept')}</span>}</div>
    </>
  );
}
