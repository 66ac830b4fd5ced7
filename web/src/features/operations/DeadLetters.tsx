import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client';
import { useCommand } from '../../desk/command';
import { dayAndTime } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';

/** Not in a service's document, since only an installation without Dapr keeps dead letters itself. */
type DeadLetter = { id: number; subscriber: string; topic: string; eventId: string; published: string; attempts: number; error: string };

const services = ['registration', 'submission', 'verification', 'acceptance', 'workflows', 'disclosure'] as const;

/** Messages that a subscriber refused too often, of all services in one table: each is offered again when its cause is mended. */
export function DeadLetters() {
  const { t } = useTranslation();
  const answers = useQueries({ queries: services.map((service) => ({ queryKey: ['dead-letters', service], queryFn: () => ask<{ items: DeadLetter[] }>(service, '/dead-letters') })) });
  const letters = answers.flatMap(({ data }, place) => data?.items.map((letter) => ({ letter, service: services[place] ?? '' })) ?? []);
  const mute = answers.find(({ error }) => error);
  return (
    <section aria-labelledby="dead-letters">
      <h2 id="dead-letters">{t('operations.letters')}</h2>
      {mute && <Refused problem={mute.error} onReload={() => void mute.refetch()} />}
      {answers.some(({ isPending }) => isPending) && <Skeleton height={28} />}
      {answers.every(({ data }) => data?.items.length === 0) && <p className="soft">{t('operations.none')}</p>}
      {letters.length > 0 && (
        <div className="scroll-x" role="group" aria-labelledby="dead-letters" tabIndex={0}>
          <table>
            <thead><tr>{['from', 'event', 'subscriber'].map((name) => <th key={name} scope="col">{t(`operations.${name}`)}</th>)}<th scope="col" className="number">{t('operations.attempts')}</th>{['error', 'at', 'action'].map((name) => <th key={name} scope="col">{t(`operations.${name}`)}</th>)}</tr></thead>
            <tbody>{letters.map(({ letter, service }) => <Row key={`${service}${String(letter.id)}`} service={service} letter={letter} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ service, letter }: { service: string; letter: DeadLetter }) {
  const { t, i18n } = useTranslation();
  const retry = useCommand(() => ask<unknown>(service, `/dead-letters/${String(letter.id)}/retry`, 'POST'), ['dead-letters', service]);
  return (
    <tr>
      <td>{t(`operations.service.${service}`)}</td>
      <th scope="row"><code>{letter.eventId}</code></th>
      <td>{letter.subscriber} · {letter.topic}</td>
      <td className="number">{letter.attempts}</td>
      <td><code>{letter.error}</code>{retry.error && <Refused problem={retry.error} />}</td>
      <td>{dayAndTime(letter.published, i18n.language)}</td>
      <td><Button loading={retry.isPending} onClick={() => { retry.mutate(undefined); }}>{t('operations.retry')}</Button></td>
    </tr>
  );
}
