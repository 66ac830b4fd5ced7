import { useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { acceptance as api, ifMatch, read } from '../../api/client';
import type { Acceptance } from '../../api/types';
import { useCommand } from '../../desk/command';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { Reasons } from '../../desk/Reasons';
import { useUnsaved } from '../../desk/unsaved';
import { day } from '../../lib/date';
import { Quantity } from '../../parts/Quantity';
import { Refused } from '../../parts/Refused';
import { DemoTag, State, Verdict } from '../../parts/Tags';
import { Restatements } from './Restatements';

const look = { notRequested: 'unknown', requested: 'active', selfEvaluated: 'active', selfEvaluationFailed: 'not-met', granted: 'met', refused: 'not-met' } as const;

/** One acceptance: the verified core value, the provincial self-evaluation, the national decision. */
export function AcceptancePage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['acceptance', id], queryFn: () => read(api.GET('/acceptances/{id}', { params: { path: { id } } })) });
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;
  const step = data.actions.includes('concludeSelfEvaluation') ? 'self-evaluation' : data.actions.includes('decide') ? 'decision' : undefined;
  const about = <><State look={look[data.status]}>{t(`acceptance.status.${data.status}`)}</State> · {t('application.since', { day: day(data.since, i18n.language) })}{data.demo && <> <DemoTag /></>}</>;
  return (
    <DeskPage title={t('acceptance.title', { park: data.parkName })} about={about}>
      <div className={step ? 'beside' : undefined}>
        <div className="left">
          <Core acceptance={data} />
          <Restatements acceptance={data} onReload={() => void refetch()} />
          <Step title={t('acceptance.selfEvaluation')} done={data.selfEvaluation && { yes: data.selfEvaluation.passed, ...data.selfEvaluation }} yes={t('acceptance.passed')} no={t('acceptance.notPassed')} />
          <Step title={t('acceptance.national')} done={data.decision && { yes: data.decision.accepted, ...data.decision }} yes={t('acceptance.accepted')} no={t('acceptance.notAccepted')} />
        </div>
        {step && <div className="right"><Decide key={step} acceptance={data} step={step} onReload={() => void refetch()} /></div>}
      </div>
    </DeskPage>
  );
}

export function Core({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="core">
      <h2 id="core">{t('indicator.core')}</h2>
      <p className="headline"><span className="value"><Quantity value={acceptance.core.value} unit="t/tce" /></span> <span>{t('acceptance.target')} ≤ <Quantity value={acceptance.core.target} unit="t/tce" /></span> <Verdict verdict={Number(acceptance.core.value) <= Number(acceptance.core.target) ? 'met' : 'notMet'} /></p>
      <p className="soft">{t('acceptance.veto')}</p>
      <p><a href={`/parks/${acceptance.parkId}/years/${String(acceptance.year)}`}>{t('acceptance.wholeYear', { year: acceptance.year })}</a> · <Link to={`/desk/verifications/${acceptance.verificationId}`}>{t('page.verification')}</Link></p>
    </section>
  );
}

type Done = { yes: boolean; reasons: string; at: string };

export function Step({ title, done, yes, no }: { title: string; done: Done | null; yes: string; no: string }) {
  const { t, i18n } = useTranslation();
  return (
    <section>
      <h2>{title}</h2>
      {done ? <><p><State look={done.yes ? 'met' : 'not-met'}>{done.yes ? yes : no}</State> · {day(done.at, i18n.language)}</p><p className="prose" lang="zh-CN">{done.reasons}</p></> : <p className="soft">{t('acceptance.notYet')}</p>}
    </section>
  );
}

type DecideProps = { acceptance: Acceptance; step: 'self-evaluation' | 'decision'; onReload: () => void };

function Decide({ acceptance, step, onReload }: DecideProps) {
  const { t } = useTranslation();
  const [yes, setYes] = useState<boolean>();
  const [reasons, setReasons] = useState('');
  const params = { path: { id: acceptance.id }, header: ifMatch(acceptance.version) };
  const decide = useCommand((chosen: boolean) => step === 'decision'
    ? read(api.POST('/acceptances/{id}/decision', { params, body: { accepted: chosen, reasons } }))
    : read(api.POST('/acceptances/{id}/self-evaluation', { params, body: { passed: chosen, reasons } })), ['acceptance', acceptance.id]);
  useUnsaved(reasons !== '' && !decide.isPending && !decide.isSuccess);
  const words = step === 'decision' ? { yes: t('acceptance.accept'), no: t('acceptance.refuse'), kind: 'accept' } : { yes: t('acceptance.pass'), no: t('acceptance.fail'), kind: 'pass' };
  return (
    <section className="panel" aria-labelledby="decide">
      <h2 id="decide">{t(step === 'decision' ? 'acceptance.national' : 'acceptance.selfEvaluation')}</h2>
      {decide.error && <Refused key={decide.failureCount} problem={decide.error} onReload={onReload} />}
      <Radio.Group aria-labelledby="decide" value={yes} onChange={(event) => { setYes(event.target.value as boolean); setReasons(''); }} style={{ display: 'grid', gap: 8 }} options={[{ value: true, label: words.yes }, { value: false, label: words.no }]} />
      {yes !== undefined && (
        <>
          <Reasons key={String(yes)} usual={[1, 2].map((number) => t(`usual.${yes ? words.kind : `${words.kind}Not`}.${String(number)}`))} value={reasons} onChange={setReasons} />
          <p className="small soft">{t('review.public')}</p>
          <Button type="primary" danger={!yes} disabled={!reasons} loading={decide.isPending} onClick={() => { decide.mutate(yes); }}>{yes ? words.yes : words.no}</Button>
        </>
      )}
    </section>
  );
}
