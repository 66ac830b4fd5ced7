import { memo, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ParkDetail, Result, YearDetail } from '../../api/types';
import { Problem } from '../../api/problem';
import { useTitle } from '../../lib/title';
import { InTurn } from '../../parts/InTurn';
import { Quantity } from '../../parts/Quantity';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { Coverage } from '../../parts/Coverage';
import { KnownHow } from '../../parts/KnownHow';
import { DemoTag } from '../../parts/Tags';
import { NotFound } from '../../public/NotFound';
import { Evidence } from './Evidence';
import { Matching } from './Matching';
import { IndicatorTable } from './IndicatorTable';
import { ProvincialTable } from './ProvincialTable';
import './park.css';
import { counting, usePark, useYear } from './park-data';
import { PrintedReceipt } from './PrintedReceipt';
import { Restatements } from './Restatements';
import { Signals } from './Signals';
import { StatementText } from './StatementText';
import { YearBoundary } from './YearBoundary';
import { YearRecord } from './YearRecord';
import { YearTable } from './YearTable';

/** One disclosed year in full: what was reported, what was verified, by whom, by which rules. */
export function YearPage() {
  const { id = '', year = '' } = useParams();
  const { data: park } = usePark(id);
  const { data, error, refetch } = useYear(id, Number(year));
  useTitle(park && `${park.name} · ${year}`);
  // A long page: it is drawn piece by piece, so that the reader can scroll and click meanwhile.
  const view = { park: useDeferredValue(park), data: useDeferredValue(data) };

  if (error instanceof Problem && (error.isNotFound || error.status === 422 || error.status === 400)) return <NotFound />;
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!view.data || !view.park) return <Skeleton lines={8} height={32} />;
  return <View park={view.park} data={view.data} />;
}

const View = memo(function View({ park, data }: { park: ParkDetail; data: YearDetail }) {
  const { t } = useTranslation();
  const { id } = park;
  const { year } = data;
  const current = counting(data);
  const disclosed = data.record.filter((item) => item.logIndex !== null).at(-1);
  return (
    <article className="park year">
      <header className="park-head">
        <p><Link to={`/parks/${id}`} lang="zh-CN">{park.name}</Link> {park.demo && <DemoTag />}</p>
        <h1>{t('year.title', { year })}</h1>
        <p>{t('year.intro')}</p>
      </header>
      <div className="columns">
        <div className="main"><InTurn>
          <section aria-labelledby="values">
            <h2 id="values">{t('year.values')}</h2>
            <YearTable parkId={id} data={data} />
          </section>
          {(data.coverage ?? current?.result.quality) && (
            <section aria-labelledby="known">
              <h2 id="known">{t('known.title')}</h2>
              {current && <KnownHow result={current.result} />}
              <Coverage coverage={data.coverage} />
            </section>
          )}
          {current && (
            <section aria-labelledby="indicators">
              <h2 id="indicators">{t('park.indicators')}</h2>
              <IndicatorTable result={current.result} standing={{ parkId: id, year, basis: current.basis }} />
              <ProvincialTable result={current.result} />
            </section>
          )}
          <Matching matching={data.matching} />
          <Signals signals={data.signals} />
          <Restatements restatements={data.restatements} />
          <Evidence evidence={data.evidence} />
        </InTurn></div>
        <aside className="aside" aria-label={t('year.about')}>
          <StatementText statement={data.statement} />
          <YearBoundary data={data} />
          <YearRecord data={data} />
          {current && <Memo result={current.result} />}
          {current && (
            <section aria-labelledby="packs">
              <h2 id="packs">{t('year.packs')}</h2>
              {current.result.rulePacks.map((pack) => (
                <p key={pack.hash}><Link to="/rules">{pack.id}@{pack.version}</Link><br /><span className="hash soft">{pack.hash}</span></p>
              ))}
            </section>
          )}
        </aside>
      </div>
      {disclosed && <PrintedReceipt eventId={disclosed.eventId} />}
    </article>
  );
});

const beside = [['bunkers', 't'], ['rawMaterialTce', 'tce'], ['biogenic', 't'], ['removals', 't']] as const;

/** Shown beside the total, never part of it. */
function Memo({ result }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="memo">
      <h2 id="memo">{t('year.memo')}</h2>
      <p className="small soft">{t('year.memoWhat')}</p>
      <dl className="facts">{beside.map(([name, unit]) => <div key={name}><dt>{t(`memo.${name}`)}</dt><dd><Quantity value={result.memo[name]} unit={unit} /></dd></div>)}</dl>
    </section>
  );
}
