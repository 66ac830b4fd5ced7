import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { disclosure, read } from '../../api/client';
import { Problem } from '../../api/problem';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import './groups.css';

type Act = 'confirm' | 'stop';

const say = (act: Act, key: string) => {
  const params = { query: { key } };
  return act === 'confirm' ? read(disclosure.POST('/subscriptions/confirmation', { params })) : read(disclosure.POST('/subscriptions/cancellation', { params }));
};

/** 24 letters and digits, however they are grouped: a mail program may break a link. */
const isWhole = (key: string) => key.replace(/[^A-Za-z0-9]/g, '').length === 24;

/** Where the link of the first mail leads: nothing is confirmed until the button is pressed. */
export const ConfirmSubscription = () => <SubscriptionPage act="confirm" />;

/** Where a mail's last link leads: nothing is erased until the button is pressed. */
export const StopSubscription = () => <SubscriptionPage act="stop" />;

function SubscriptionPage({ act }: { act: Act }) {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const key = query.get('key') ?? '';
  const outcome = query.get('outcome');
  const send = useMutation({ mutationFn: () => say(act, key), gcTime: 0 });
  useTitle(t(`subscription.${act}.title`));
  const isDone = send.isSuccess || outcome === 'done';
  const isGone = !isDone && (outcome === 'gone' || (send.error instanceof Problem && send.error.code === 'subscription-key-unknown'));
  return (
    <article className="groups protected">
      <header><h1>{t(`subscription.${act}.title`)}</h1></header>
      {send.error && !isGone && <Refused problem={send.error} />}
      {isDone && <p className="notice" role="status">{t(`subscription.${act}.done`)}</p>}
      {isGone && <p className="notice refused" role="alert">{t('subscription.gone')}</p>}
      {!isDone && !isGone && (!isWhole(key)
        ? <p className="notice">{t('subscription.noKey')}</p>
        : (
          <>
            <p>{t(`subscription.${act}.what`)}</p>
            <button type="button" className="button" disabled={send.isPending} onClick={() => { send.mutate(); }}>{t(`subscription.${act}.button`)}</button>
          </>
        ))}
      <p><Link to="/">{t('notFound.home')}</Link></p>
    </article>
  );
}
