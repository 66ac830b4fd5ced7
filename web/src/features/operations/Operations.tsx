import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DeskPage } from '../../desk/DeskPage';
import { Skeleton } from '../../parts/Skeleton';
import { DeadLetters } from './DeadLetters';
import { InForce } from './InForce';
import { Organisations } from './Organisations';
import { People } from './People';
import { PublicLog } from './PublicLog';
import { StuckCases } from './StuckCases';
import '../workflows/workflows.css';

/** What the operator watches and mends: parts and log, cases and messages that cannot go on, who may sign in, what is in force. */
export function Operations() {
  const { t } = useTranslation();
  return (
    <DeskPage title={t('page.operations')} about={t('operations.about')}>
      <Parts />
      <PublicLog />
      <StuckCases />
      <DeadLetters />
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
