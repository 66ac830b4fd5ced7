import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/client';
import { useCommand } from '../../desk/command';
import { DeskPage } from '../../desk/DeskPage';
import { dayAndTime } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { InForce } from './InForce';
import { Organisations } from './Organisations';
import { People } from './People';
import { PublicLog } from './PublicLog';
import { StuckCases } from './StuckCases';
import '../workflows/workflows.css';

/** Not in a service's document, since only an installation without Dapr keeps dead letters itself. */
type DeadLetter = { id: number; subscriber: string; topic: string; eventId: string; published: string; attempts: number; error: string };

const services = ['registration', 'submission', 'verification', 'acceptance', 'workflows', 'disclosure'] as const;

/** What the operator watches and mends: parts and log, cases and messages that cannot go on, who may sign in, what is in force. */
export function Operations() {
  const { t } = useTranslation();
  return (
    <DeskPage title={t('page.operations')} about={t('operations.about')}>
      <Parts />
      <PublicLog />
      <StuckCases />
      {services.map((service) => <Service key={service} service={service} />)}
      <People />
      <Organisations />
      <InForce />
    </DeskPage>
  );
}

/** Whether every part of the installation is well; the public log says of itself when it stands still. */
function Parts() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['healthz'],
    queryFn: async () => await (await fetch('/healthz')).json() as { parts: Record<string, boolean> },
    refetchInterval: 10_000,
  });
  const unwell = Object.entries(data?.parts ?? {}).filter(([, well]) => !well).map(([name]) => name);
  return (
    <section aria-labelledby="parts">
      <h2 id="parts">{t('operations.parts')}</h2>
      {!data && <Skeleton height={28} />}
      {data && <p role="status" className={unwell.length === 0 ? 'soft' : undefined}>{unwell.length === 0 ? t('operations.well') : t('operations.unwell', { parts: unwell.join(', ') })}</p>}
      {unwell.includes('ledger') && <p>{t('operations.log')}</p>}
    </section>
  );
}

function Service({ service }: { service: (typeof services)[number] }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['dead-letters', service], queryFn: () => ask<{ items: DeadLetter[] }>(service, '/dead-letters') });
  return (
    <section aria-labelledby={`service-${service}`}>
      <h2 id={`service-${service}`}>{t(`operations.service.${service}`)}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton height={28} />}
      {data?.items.length === 0 && <p className="soft">{t('operations.none')}</p>}
      {data && data.items.length > 0 && (
        <div className="scroll-x" role="group" aria-labelledby={`service-${service}`} tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('operations.event')}</th><th scope="col">{t('operations.subscriber')}</th><th scope="col" className="number">{t('operations.attempts')}</th><th scope="col">{t('operations.error')}</th><th scope="col">{t('operations.at')}</th><th scope="col">{t('operations.action')}</th></tr></thead>
            <tbody>{data.items.map((letter) => <Row key={letter.id} service={service} letter={letter} />)}</tbody>
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
      <th scope="row"><code>{letter.eventId}</code></th>
      <td>{letter.subscriber} · {letter.topic}</td>
      <td className="number">{letter.attempts}</td>
      <td><code>{letter.error}</code>{retry.error && <Refused problem={retry.error} />}</td>
      <td>{dayAndTime(letter.published, i18n.language)}</td>
      <td><Button loading={retry.isPending} onClick={() => { retry.mutate(undefined); }}>{t('operations.retry')}</Button></td>
    </tr>
  );
}
