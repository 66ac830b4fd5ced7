import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { acceptance, ifMatch, read, submission as api, verification } from '../../api/client';
import type { Submission, VerificationItem } from '../../api/types';
import { useCommand } from '../../desk/command';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';

type Props = { submission: Submission; onReload: () => void };

/** Who verifies this year; afterwards disclosure and, on a disclosed year, the request for acceptance. */
export function YearVerifications({ submission, onReload }: Props) {
  const { t } = useTranslation();
  const list = useQuery({ queryKey: ['verifications', submission.id], queryFn: () => read(verification.GET('/verifications', { params: { query: { submissionId: submission.id } } })) });
  const items = list.data?.items ?? [];
  const newest = items.filter((item) => item.submissionVersion === submission.versions.at(-1)?.version);
  const signed = newest.find((item) => item.signed);
  return (
    <section aria-labelledby="verification">
      <h2 id="verification">{t('page.verification')}</h2>
      {list.error && <Refused problem={list.error} onReload={() => void list.refetch()} />}
      {list.data && items.length === 0 && <p className="soft">{t('year.notVerified')}</p>}
      {items.length > 0 && (
        <ul className="tasks">
          {items.map((item) => <li key={item.id}><Link to={`/desk/verifications/${item.id}`}>{item.bodyName}</Link><State look={item.signed ? 'met' : 'active'}>{t(item.signed ? 'year.statementSigned' : 'year.verifying')}</State></li>)}
        </ul>
      )}
      {submission.actions.includes('engageBody') && list.data && newest.length === 0 && <Engage submission={submission} />}
      {submission.actions.includes('disclose') && signed && <Disclose submission={submission} signed={signed} onReload={onReload} />}
      <Accept submission={submission} />
    </section>
  );
}

function Engage({ submission }: { submission: Submission }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [body, setBody] = useState<string>();
  const bodies = useQuery({ queryKey: ['bodies'], queryFn: () => read(verification.GET('/bodies')) });
  const engage = useCommand((bodyId: string) => read(verification.POST('/verifications', { body: { submissionId: submission.id, bodyId } })), ['verifications', submission.id], ({ id }) => { void navigate(`/desk/verifications/${id}`); });
  return (
    <div className="panel">
      <h3 id="engage">{t('year.engage')}</h3>
      <p className="soft">{t('year.engageAbout')}</p>
      {engage.error && <Refused problem={engage.error} />}
      {bodies.data?.items.every((item) => !item.accredited) && <p>{t('year.noBodies')}</p>}
      <Radio.Group aria-labelledby="engage" value={body} onChange={(event) => { setBody(event.target.value as string); }} style={{ display: 'grid', gap: 8 }}
        options={(bodies.data?.items ?? []).filter((item) => item.accredited).map((item) => ({ value: item.id, label: `${item.name} · ${t('year.validUntil', { day: day(item.validUntil, i18n.language) })}` }))} />
      <div><Button type="primary" disabled={!body} loading={engage.isPending} onClick={() => { if (body) engage.mutate(body); }}>{t('year.engageDo')}</Button></div>
    </div>
  );
}

function Disclose({ submission, signed, onReload }: { submission: Submission; signed: VerificationItem; onReload: () => void }) {
  const { t } = useTranslation();
  const disclose = useCommand(() => read(api.POST('/submissions/{id}/disclosure', { params: { path: { id: submission.id }, header: ifMatch(submission.version) }, body: { verificationId: signed.id } })), ['submission', submission.id]);
  return (
    <div className="panel">
      <h3>{t('year.disclose')}</h3>
      <p>{t('year.discloseAbout')}</p>
      {disclose.error && <Refused problem={disclose.error} onReload={onReload} />}
      <div><Button type="primary" loading={disclose.isPending} onClick={() => { disclose.mutate(undefined); }}>{t('year.discloseDo')}</Button></div>
    </div>
  );
}

/** On a disclosed year the park may ask for acceptance; whether it may, the acceptance service decides. */
function Accept({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const disclosed = submission.disclosures.at(-1);
  const list = useQuery({ queryKey: ['acceptances', submission.parkId], enabled: Boolean(disclosed), queryFn: () => read(acceptance.GET('/acceptances', { params: { query: { parkId: submission.parkId } } })) });
  const request = useCommand((verificationId: string) => read(acceptance.POST('/acceptances', { body: { parkId: submission.parkId, year: submission.year, verificationId } })), ['acceptances', submission.parkId], ({ id }) => { void navigate(`/desk/acceptances/${id}`); });
  const known = list.data?.items.find((item) => item.year === submission.year);
  if (!disclosed) return null;
  return (
    <div className="panel">
      <h3>{t('page.acceptance')}</h3>
      <p><a href={`/parks/${submission.parkId}/years/${String(submission.year)}`}>{t('year.publicPage')}</a></p>
      {request.error && <Refused key={request.failureCount} problem={request.error} />}
      {known && known.restatements.length > 0 && <p className="notice attention">{t(known.restatements.some((item) => item.flips) ? 'restated.flipsHere' : 'restated.here')}</p>}
      {known && <p><Link to={`/desk/acceptances/${known.id}`}>{t('year.toAcceptance')}</Link></p>}
      {submission.actions.includes('requestAcceptance') && list.data && !known && (
        <>
          <p>{t('year.acceptAbout')}</p>
          <div><Button type="primary" loading={request.isPending} onClick={() => { request.mutate(disclosed.verificationId); }}>{t('year.acceptDo')}</Button></div>
        </>
      )}
    </div>
  );
}
