import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ParkDetail, YearDetail } from '../../api/types';
import { Quantity } from '../../parts/Quantity';
import { Verdict } from '../../parts/Tags';
import { WhenSeen } from '../../parts/WhenSeen';
import { Figure } from './Figure';
import { counting, indicatorOf } from './park-data';
import { trajectory, type TrajectoryYear } from './trajectory';

const TrajectoryChart = lazy(async () => ({ default: (await import('./TrajectoryChart')).TrajectoryChart }));

/** The core indicator: value, target, verdict, and the road promised against the road gone. */
export function CoreBox({ park, years }: { park: ParkDetail; years: YearDetail[] }) {
  const { t } = useTranslation();
  const latest = years.at(-1);
  const current = latest && counting(latest);
  const core = current && indicatorOf(current.result, 'core');
  const rows = trajectory(park.targets, years);
  const target = core?.target ?? null;
  return (
    <section className="box core" aria-labelledby="core">
      <h2 id="core">{t('indicator.core')}</h2>
      {latest && current && core ? (
        <div className="headline">
          <p className="value"><Figure figure="core" value={core.value} unit={core.unit} result={current.result} standing={{ parkId: park.id, year: latest.year, basis: current.basis }} /></p>
          <p>{target === null ? t('park.noTarget') : <>{t('park.target')} ≤ <Quantity value={target} unit={core.unit} /></>}</p>
          <p><Verdict verdict={core.verdict} /></p>
          <p className="small soft">{t(`figure.basis.${current.basis}`, { year: latest.year })} · <Link to={`/parks/${park.id}/years/${String(latest.year)}`}>{t('park.wholeYear')}</Link></p>
        </div>
      ) : <p className="empty">{t('park.coreEmpty', { year: park.constructionStart })}</p>}
      {rows.length > 0 && (
        <>
          {rows.length > 1 && <WhenSeen className="trajectory"><Suspense><TrajectoryChart rows={rows} target={target} /></Suspense></WhenSeen>}
          <TrajectoryTable rows={rows} />
        </>
      )}
    </section>
  );
}

/** The same numbers as the chart, for reading. */
function TrajectoryTable({ rows }: { rows: TrajectoryYear[] }) {
  const { t } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-label={t('park.trajectory')} tabIndex={0}>
      <table className="small">
        <caption className="hidden">{t('park.trajectory')}</caption>
        <thead><tr><th scope="col">{t('park.year')}</th>{rows.map((row) => <th key={row.year} scope="col" className="number">{row.year}</th>)}</tr></thead>
        <tbody>
          {(['promised', 'reported', 'verified'] as const).map((line) => (
            <tr key={line}>
              <th scope="row"><span className={`line-key ${line}`} aria-hidden="true" />{t(`park.line.${line}`)}</th>
              {rows.map((row) => <td key={row.year} className="number">{row[line] ?? <span className="soft">–<span className="hidden">{t('noData')}</span></span>}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
