import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { read, verification } from '../../api/client';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { day } from '../../lib/date';
import { useMe } from '../../desk/me';
import { DemoTag, State } from '../../parts/Tags';
import { AnsweredSignals } from '../submission/AnsweredSignals';
import { DataTables } from '../submission/DataTables';
import { ResultTable } from '../submission/ResultTable';
import { EvidenceRead } from '../submission/EvidenceRead';
import { HoursRead } from '../submission/HoursRead';
import { EnterpriseRows } from './EnterpriseRows';
import { Findings } from './Findings';
import { SignStatement } from './SignStatement';
import { SignedStatement } from './SignedStatement';
import { Team } from './Team';

/** One verification: the year as submitted on the left, the verifier's work on the right. */
export function VerificationPage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['verification', id], queryFn: () => read(verification.GET('/verifications/{id}', { params: { path: { id } } })) });
  const { data: me } = useMe();
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;
  const reload = () => void refetch();
  const verifies = me?.organisation.kind === 'verification-body';
  const about = <><State look={data.statement ? 'met' : 'active'}>{t(`verification.status.${data.status}`)}</State> · {data.bodyName} · {t('application.since', { day: day(data.since, i18n.language) })}{data.demo && <> <DemoTag /></>}</>;
  return (
    <DeskPage title={t('verification.title', { park: data.parkName, year: data.year })} about={about}>
      <div className="beside wide-right">
        <div className="left">
          {data.statement && <SignedStatement statement={data.statement} />}
          <Findings verification={data} onReload={reload} />
          <ResultTable result={data.reported} title={t('verification.reportedValues')} />
          <AnsweredSignals signals={data.signals} />
          <section aria-labelledby="data"><h2 id="data">{t('verification.submitted', { version: data.submissionVersion })}</h2><DataTables data={data.data} /></section>
          {verifies && <EnterpriseRows id={data.submissionId} verification={id} />}
          {verifies && <HoursRead id={data.submissionId} version={data.submissionVersion} verification={id} />}
          {verifies && <EvidenceRead id={data.submissionId} verification={id} />}
        </div>
        <div className="right">
          <Team verification={data} onReload={reload} />
          {data.actions.includes('signStatement') && <SignStatement verification={data} onReload={reload} />}
          {me && !verifies && <p><Link to={`/desk/submissions/${data.submissionId}`}>{t('verification.toYear')}</Link></p>}
        </div>
      </div>
    </DeskPage>
  );
}
