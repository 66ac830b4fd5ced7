import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosure, read } from '../../api/client';
import { Problem } from '../../api/problem';
import type { ParkFilter } from '../../lib/filter';
import { Refused } from '../../parts/Refused';
import './follow.css';

/** One park, or a search. */
export type Followed = { park: string } | Omit<ParkFilter, 'by' | 'page'>;

/** Follows by mail what a feed tells; what is kept is told beside the field. Asked for only when it is opened; where mail is off, it leads to the feed. */
export function FollowByMail({ followed, feed }: { followed: Followed; feed: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const offer = useQuery({ queryKey: ['mail-offer'], staleTime: Infinity, enabled: open, queryFn: () => read(disclosure.GET('/subscriptions/offer')) });
  return (
    <details className="by-mail" onToggle={(event) => { setOpen(event.currentTarget.open); }}>
      <summary>{t('subscription.form.title')}</summary>
      {offer.error && <Refused problem={offer.error} onReload={() => void offer.refetch()} />}
      {offer.data && (offer.data.mail ? <Form key={JSON.stringify(followed)} followed={followed} /> : <p className="notice">{t('subscription.form.off')} <a href={feed}>{t('subscription.feed')}</a></p>)}
    </details>
  );
}

function Form({ followed }: { followed: Followed }) {
  const { t, i18n } = useTranslation();
  const [missing, setMissing] = useState(false);
  const id = useId();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const send = useMutation({ mutationFn: (email: string) => read(disclosure.POST('/subscriptions', { body: { ...followed, email, language } })), gcTime: 0 });
  if (send.data) return <p className="notice" role="status">{t('subscription.form.asked', { hours: send.data.confirmWithinHours })}</p>;
  const problem = missing ? new Problem(422, undefined, '', [{ pointer: '/email', message: t('subscription.form.missing') }]) : send.error;
  return (
    <form noValidate onSubmit={(event) => {
      event.preventDefault();
      const typed = new FormData(event.currentTarget).get('email');
      const email = typeof typed === 'string' ? typed.trim() : '';
      setMissing(email === '');
      if (email !== '') send.mutate(email);
    }}>
      {problem && <Refused problem={problem} idOf={() => id} />}
      <div className="field">
        <label htmlFor={id}>{t('subscription.form.email')}</label>
        <input id={id} name="email" type="email" className="input" maxLength={254} autoComplete="email" aria-describedby={`${id}-kept`} aria-invalid={problem !== null} />
        <p id={`${id}-kept`} className="small soft">{t('subscription.form.kept')}</p>
      </div>
      <p className="small soft">{t('subscription.form.how')}</p>
      <button type="submit" className="button" disabled={send.isPending}>{t('subscription.form.send')}</button>
    </form>
  );
}
