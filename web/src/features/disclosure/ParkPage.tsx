import { lazy, memo, Suspense, useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Problem } from '../../api/problem';
import type { ParkDetail, YearDetail } from '../../api/types';
import { useTitle } from '../../lib/title';
import { Coverage } from '../../parts/Coverage';
import { InTurn } from '../../parts/InTurn';
import { KnownHow } from '../../parts/KnownHow';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { NotFound } from '../../public/NotFound';
import { CoreBox } from './CoreBox';
import { EmissionsTable } from './EmissionsTable';
import { Disputes } from './Disputes';
import { Electricity } from './Electricity';
import { EmissionsBars } from './EmissionsBars';
import { Evidence } from './Evidence';
import { FollowPark } from './FollowPark';
import { IndicatorTable } from './IndicatorTable';
import { Matching } from './Matching';
import './park.css';
import { counting, usePark, useTimeline, useYears } from './park-data';
import { ParkDecisions } from './ParkDecisions';
import { ParkFacts } from './ParkFacts';
import { ParkHeader } from './ParkHeader';
import { RecordBox, VerifiedBox } from './ParkBoxes';
import { KeyProjects } from './KeyProjects';
import { PrintedReceipt } from './PrintedReceipt';
import { Restatements } from './Restatements';
import { Signals } from './Signals';
import { Timeline } from './Timeline';

const Boundaries = lazy(async () => ({ default: (await import('./Boundaries')).Boundaries }));

/** One screen: is it on track, who says so, what changed. */
export function ParkPage() {
  const { id = '' } = useParams();
  const { data: park, error, refetch } = usePark(id);
  const years = useYears(id, park?.years.map((line) => line.year) ?? []);
  const timeline = useTimeline(id);
  useTitle(park?.name);
  // A long page: it is drawn piece by piece, so that the reader can scroll and click meanwhile.
  const view = { park: useDeferredValue(park), years: useDeferredValue(years), timeline: useDeferredValue(timeline) };

  if (error instanceof Problem && (error.isNotFound || error.status === 422)) return <NotFound />;
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!view.park || (view.park.years.length > 0 && view.years.length === 0)) return <Skeleton lines={8} height={32} />;
  return <View park={view.park} years={view.years} timeline={view.timeline} />;
}

const View = memo(function View({ park, years, timeline }: { park: ParkDetail; years: YearDetail[]; timeline: ReturnType<typeof useTimeline> }) {
  const { t } = useTranslation();
  const { id } = park;
  const latest = years.at(-1);
  const current = latest && counting(latest);
  const standing = latest && current ? { parkId: id, year: latest.year, basis: current.basis } : undefined;
  const logged = timeline.data?.items.filter((item) => item.logIndex !== null).at(-1);
  return (
    <article className="park">
      <ParkHeader park={park} />
      <div className="boxes">
        <CoreBox park={park} years={years} />
        <VerifiedBox latest={latest} />
        <RecordBox parkId={id} items={timeline.data?.items} />
      </div>
      <div className="columns">
        <div className="main"><Suspense fallback={<Skeleton lines={8} height={32} />}><InTurn>
          <section aria-labelledby="guiding">
            <h2 id="guiding">{t('park.guiding')}</h2>
            {current && standing ? <IndicatorTable result={current.result} standing={standing} guidingOnly /> : <p className="empty">{t('park.guidingEmpty')}</p>}
          </section>
          {latest && standing && <Electricity year={latest} standing={standing} />}
          {latest && <Matching matching={latest.matching} />}
          <section aria-labelledby="emissions">
            <h2 id="emissions">{t('park.emissions')}</h2>
            {years.length > 0 ? <><EmissionsBars years={years} /><EmissionsTable parkId={id} years={years} /></> : <p className="empty">{t('park.emissionsEmpty')}</p>}
          </section>
          {current && (latest?.coverage ?? current.result.quality) && (
            <section aria-labelledby="known">
              <h2 id="known">{t('park.data')}</h2>
              <KnownHow result={current.result} />
              <Coverage coverage={latest?.coverage ?? null} />
            </section>
          )}
          {latest && <Signals signals={latest.signals} />}
          {years.length > 0 && <Restatements restatements={years.flatMap((year) => year.restatements.map((restatement) => ({ ...restatement, year: year.year })))} />}
          {park.boundaries.length > 1 && (
            <section aria-labelledby="boundaries">
              <h2 id="boundaries">{t('boundary.title')}</h2>
              <Boundaries park={park} />
            </section>
          )}
          <KeyProjects park={park} items={timeline.data?.items} />
          <ParkDecisions decisions={park.decisions} />
          {latest && <Evidence evidence={latest.evidence} />}
          {years.length > 0 && <Disputes parkId={id} />}
          <Timeline parkId={id} query={timeline} />
        </InTurn></Suspense></div>
        <ParkFacts park={park}><FollowPark parkId={id} name={park.name} /></ParkFacts>
      </div>
      {logged && <PrintedReceipt eventId={logged.eventId} />}
    </article>
  );
});
