import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HourlyMatched } from '../api/types';
import { exact, round } from '../lib/decimal';
import { MeanDay, MonthBars } from './MatchingCharts';
import { bars, meanDay } from './matching';
import { Quantity } from './Quantity';
import './matching.css';

/** Above this share of missing hours there is no matched share. */
const mostMissing = 0.01;

/** How far green power met the load hour by hour: the share or why there is none, the months, a mean day. */
export function MatchedHours({ matching }: { matching: HourlyMatched }) {
  const { t } = useTranslation();
  const { result, sums } = matching;
  const [month, setMonth] = useState(0);
  const kinds = (['own', 'direct', 'greenTrade', 'ownOut', 'directOut', 'charged', 'discharged'] as const).filter((kind) => sums[kind] !== null);
  return (
    <>
      <p>{t('matching.what')}</p>
      <dl className="facts">
        <div><dt>{t('matching.share')}</dt><dd>{result.share === null ? <NoShare coverage={result.coverage} /> : <strong><Quantity value={result.share} unit="1" /></strong>}</dd></div>
        <div><dt>{t('matching.coverage')}</dt><dd><Quantity value={result.coverage} unit="1" /> <span className="soft">{t('matching.missing', { count: result.missingHours, rows: result.rowsPerHour === 4 ? t('matching.quarters') : t('matching.hours') })}</span></dd></div>
        <div><dt>{t('matching.load')}</dt><dd><Quantity value={sums.load} unit="MWh" /></dd></div>
        {kinds.map((kind) => <div key={kind}><dt>{t(`matching.kind.${kind}`)}</dt><dd><Quantity value={sums[kind]} unit="MWh" /></dd></div>)}
        <div><dt>{t('matching.file')}</dt><dd className="hash">{matching.sha256}</dd></div>
      </dl>
      <div className="hours-pair">
        <div className="hours-charts"><MonthBars months={bars(result.months)} /><Day result={result} month={month} onMonth={setMonth} /></div>
        <div className="hours-charts"><Months result={result} /><Hours day={dayOf(result, month)} /></div>
      </div>
    </>
  );
}

function NoShare({ coverage }: { coverage: string }) {
  const { t } = useTranslation();
  return <span className="soft">{t(1 - Number(coverage) > mostMissing ? 'matching.tooFewHours' : 'matching.noLoad')}</span>;
}

type Result = HourlyMatched['result'];

/** The mean day of a month; of the year for 0. */
const dayOf = (result: Result, month: number) => meanDay(result.meanDays.find((day) => day.month === month)?.hours ?? result.meanDay);

function Months({ result }: { result: Result }) {
  const { t } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-label={t('matching.months')} tabIndex={0}>
      <table>
        <caption className="hidden">{t('matching.months')}</caption>
        <thead><tr><th scope="col">{t('matching.month')}</th><th scope="col" className="number">{t('matching.load')}</th><th scope="col" className="number">{t('matching.matched')}</th><th scope="col" className="number">{t('matching.unmatched')}</th></tr></thead>
        <tbody>{result.months.map((month) => <tr key={month.month}><th scope="row">{month.month}</th><td className="number">{whole(month.load)}</td><td className="number">{whole(month.matched)}</td><td className="number">{whole(month.unmatched)}</td></tr>)}</tbody>
      </table>
    </div>
  );
}

/** MWh of a month to one decimal. */
const whole = (text: string) => exact(round(text, 1));

function Day({ result, month, onMonth }: { result: Result; month: number; onMonth: (month: number) => void }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <p className="hours-choice"><label htmlFor={id}>{t('matching.dayOf')}</label>{' '}
        <select id={id} value={month} onChange={(event) => { onMonth(Number(event.target.value)); }}>
          <option value={0}>{t('matching.wholeYear')}</option>
          {result.meanDays.map((of) => <option key={of.month} value={of.month}>{t('matching.monthOf', { month: of.month })}</option>)}
        </select>
      </p>
      <MeanDay day={dayOf(result, month)} />
    </div>
  );
}

function Hours({ day }: { day: ReturnType<typeof meanDay> }) {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('matching.dayTable')}</summary>
      <table>
        <caption className="hidden">{t('matching.dayTable')}</caption>
        <thead><tr><th scope="col">{t('matching.hour')}</th><th scope="col" className="number">{t('matching.load')}</th><th scope="col" className="number">{t('matching.green')}</th></tr></thead>
        <tbody>{day.load.map((load, hour) => <tr key={hour}><th scope="row">{`${String(hour)}:00`}</th><td className="number">{mean(load)}</td><td className="number">{mean(day.green[hour] ?? null)}</td></tr>)}</tbody>
      </table>
    </details>
  );
}

const mean = (value: number | null) => (value === null ? '–' : value.toLocaleString('en', { maximumFractionDigits: 3 }));
