import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosure, read } from '../../api/client';
import { fieldId } from '../../api/problem';
import { day, dayAndTime } from '../../lib/date';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { DisputedFigure } from './DisputeState';
import { isOpen } from './use-disputes';
import './groups.css';

/** Whoever came the protected way comes back: the key opens the talk, nothing is remembered in this browser. */
export function FollowDispute() {
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  useTitle(t('follow.title'));
  const open = useMutation({ mutationFn: () => follow(key), gcTime: 0 });
  return (
    <article className="groups protected">
      <header><h1>{t('follow.title')}</h1><p>{t('follow.what')}</p></header>
      {open.data
        ? <Talk opened={open.data} typed={key} onLeave={() => { setKey(''); open.reset(); }} />
        : (
          <form noValidate autoComplete="off" onSubmit={(event) => { event.preventDefault(); open.mutate(); }}>
            {open.error && <Refused problem={open.error} />}
            <div className="field">
              <label htmlFor={fieldId('/key')}>{t('follow.key')}</label>
              <input id={fieldId('/key')} className="input key" value={key} maxLength={60} autoComplete="off" spellCheck={false} onChange={(event) => { setKey(event.target.value); }} />
            </div>
            <button type="submit" className="button" disabled={open.isPending || key.trim() === ''}>{t('follow.open')}</button>
          </form>
        )}
    </article>
  );
}

type Followed = Awaited<ReturnType<typeof follow>>;
const follow = (key: string) => read(disclosure.POST('/disputes/followed', { body: { key } }));

function Talk({ opened, typed, onLeave }: { opened: Followed; typed: string; onLeave: () => void }) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => read(disclosure.POST('/disputes/followed/words', { body: { key: typed, text } })),
    onSuccess: () => { setText(''); },
    gcTime: 0,
  });
  const now = add.data ?? opened;
  return (
    <section aria-labelledby="talk">
      <h2 id="talk">{now.number}</h2>
      <p><DisputedFigure {...now} /> · {t(`disputeState.${now.state}`)}{now.dueOn && ` · ${t('follow.due', { day: day(now.dueOn, i18n.language) })}`}</p>
      {now.talk.length === 0 && <p className="empty">{t('follow.none')}</p>}
      <ol className="course">
        {now.talk.map((said) => <li key={said.at}><p className="small soft">{t(said.asked ? 'follow.asked' : 'follow.said')} · {dayAndTime(said.at, i18n.language)}</p><p className="prose" lang="zh-CN">{said.words}</p></li>)}
      </ol>
      {isOpen(now) && (
        <form noValidate autoComplete="off" onSubmit={(event) => { event.preventDefault(); add.mutate(); }}>
          {add.error && <Refused problem={add.error} />}
          {add.isSuccess && <p role="status">{t('follow.sent')}</p>}
          <div className="field">
            <label htmlFor={fieldId('/text')}>{t('follow.add')}</label>
            <textarea id={fieldId('/text')} className="input" rows={5} maxLength={4000} value={text} autoComplete="off" onChange={(event) => { setText(event.target.value); }} />
          </div>
          <button type="submit" className="button" disabled={add.isPending || text.trim().length < 2}>{t('follow.send')}</button>
        </form>
      )}
      <p><button type="button" className="link" onClick={onLeave}>{t('follow.leave')}</button></p>
    </section>
  );
}
