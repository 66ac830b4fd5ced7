import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { disclosure, read } from '../../api/client';
import { Problem } from '../../api/problem';
import type { Dispute } from '../../api/types';
import { day, dayAndTime } from '../../lib/date';
import { useTitle } from '../../lib/title';
import { Quantity } from '../../parts/Quantity';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { State } from '../../parts/Tags';
import { NotFound } from '../../public/NotFound';
import { DisputeDue, DisputedFigure, DisputeState } from './DisputeState';
import { disputeLook } from './use-disputes';
import './groups.css';

const rows = [['total', 'total', 't'], ['energy', 'tce', 'tce'], ['core', 'core', 't/tce']] as const;

/** One dispute in public: what is disputed, each step with its deadline, the outcome, and what corrected the figure. */
export function DisputePage() {
  const { number = '' } = useParams();
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['dispute', number], queryFn: () => read(disclosure.GET('/disputes/{number}', { params: { path: { number } } })), retry: false });
  useTitle(number);
  if (error instanceof Problem && (error.isNotFound || error.status === 422)) return <NotFound />;
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} height={32} />;
  const { item } = data;
  return (
    <article className="groups">
      <header>
        <p><Link to={`/parks/${item.parkId}`} lang="zh-CN">{item.parkName}</Link> · <Link to={`/parks/${item.parkId}/years/${String(item.year)}`}>{t('dispute.yearLink')}</Link></p>
        <h1>{item.number}</h1>
        <p><DisputedFigure {...item} /></p>
        <p><DisputeState dispute={item} />{item.dueOn && <> · <DisputeDue dispute={item} /></>}</p>
      </header>
      <Course dispute={data} />
      {(item.state === 'upheld' || item.state === 'partlyUpheld') && <Corrected dispute={data} />}
      <section aria-labelledby="words">
        <h2 id="words">{t('dispute.words')}</h2>
        {data.reason ? <p className="prose" lang="zh-CN">{data.reason}</p> : <p className="soft">{t(item.state === 'received' ? 'dispute.wordsWait' : 'dispute.wordsKept')}</p>}
        {data.evidence && <p>{t('dispute.evidenceWord')}: {data.evidence}</p>}
      </section>
    </article>
  );
}

function Course({ dispute: { steps } }: { dispute: Dispute }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="course">
      <h2 id="course">{t('dispute.course')}</h2>
      <ol className="course">
        {steps.map((step) => (
          <li key={step.eventId}>
            <p><State look={disputeLook[step.state]}>{t(`disputeState.${step.state}`)}</State> · {dayAndTime(step.at, i18n.language)} · {step.by === 'public' ? t('dispute.who') : t(`actor.${step.by}`, { defaultValue: step.by })}{step.late && <> · <State look="attention">{t('disputeLate')}</State></>}</p>
            {step.text && <p className="prose" lang="zh-CN">{step.text}</p>}
            <p className="small soft">
              {step.dueOn && t('follow.due', { day: day(step.dueOn, i18n.language) })}{step.dueOn && step.logIndex !== null && ' · '}
              {step.logIndex !== null && <>{t('dispute.logged', { index: step.logIndex })} {step.receipt && <a href={step.receipt} download>{t('dispute.receipt')}</a>}</>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Corrected({ dispute: { correction } }: { dispute: Dispute }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="correction">
      <h2 id="correction">{t('dispute.correction')}</h2>
      {!correction && <p>{t('dispute.correctionAwaited')}</p>}
      {correction && (
        <>
          <p>{t('dispute.corrected', { version: correction.version, day: day(correction.at, i18n.language) })}</p>
          {correction.reason && <p lang="zh-CN">{correction.reason}</p>}
          <table>
            <thead><tr><th scope="col">{t('dispute.figure')}</th><th scope="col" className="number">{t('dispute.old')}</th><th scope="col" className="number">{t('dispute.new')}</th></tr></thead>
            <tbody>
              {rows.map(([figure, member, unit]) => (
                <tr key={figure}><th scope="row">{t(`figure.name.${figure}`)}</th><td className="number"><Quantity value={correction.old[member]} unit={unit} /></td><td className="number"><Quantity value={correction.new[member]} unit={unit} /></td></tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
