import { useTranslation } from 'react-i18next';
import { path, scale, type Bar, type Day } from './matching';

const size = { width: 480, height: 240, left: 60, right: 8, top: 16, bottom: 28 };
const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
const tick = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 6 });

/** Matched and unmatched load of each month, one upon the other. The table beside it says the same in numbers. */
export function MonthBars({ months }: { months: Bar[] }) {
  const { t } = useTranslation();
  const { top, step } = scale(Math.max(...months.map((month) => month.matched + month.unmatched)));
  const y = (value: number) => size.top + inner.height * (1 - value / top);
  const slot = inner.width / months.length;
  return (
    <figure className="hours">
      <Legend items={[['matched', t('matching.matched')], ['unmatched', t('matching.unmatched')]]} />
      <svg viewBox={`0 0 ${String(size.width)} ${String(size.height)}`} role="img" aria-label={t('matching.monthsChart')}>
        <Lines top={top} step={step} y={y} />
        {months.map((month, index) => {
          const x = size.left + slot * (index + 0.16);
          return (
            <g key={month.label}>
              <rect className="matched" x={x} width={slot * 0.68} y={y(month.matched)} height={Math.max(0, y(0) - y(month.matched))} />
              <rect className="unmatched" x={x} width={slot * 0.68} y={y(month.matched + month.unmatched)} height={Math.max(0, y(month.matched) - y(month.matched + month.unmatched))} />
              <text x={x + slot * 0.34} y={size.height - 8} textAnchor="middle">{month.label}</text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

/** A mean day: when green power comes, and when power is used. */
export function MeanDay({ day }: { day: Day }) {
  const { t } = useTranslation();
  const { top, step } = scale(Math.max(0, ...[...day.load, ...day.green].map((value) => value ?? 0)));
  const x = (hour: number) => size.left + (inner.width * (hour + 0.5)) / 24;
  const y = (value: number) => size.top + inner.height * (1 - Math.max(0, value) / top);
  return (
    <figure className="hours">
      <Legend items={[['load', t('matching.load')], ['green', t('matching.green')]]} />
      <svg viewBox={`0 0 ${String(size.width)} ${String(size.height)}`} role="img" aria-label={t('matching.dayChart')}>
        <Lines top={top} step={step} y={y} />
        <path className="green" d={path(day.green, x, y)} />
        <path className="load" d={path(day.load, x, y)} />
        {[0, 6, 12, 18].map((hour) => <text key={hour} x={x(hour)} y={size.height - 8} textAnchor="middle">{`${String(hour)}:00`}</text>)}
      </svg>
    </figure>
  );
}

function Lines({ top, step, y }: { top: number; step: number; y: (value: number) => number }) {
  const values = Array.from({ length: Math.round(top / step) + 1 }, (_, n) => n * step);
  return (
    <>
      {values.map((value) => (
        <g key={value}>
          <line x1={size.left} x2={size.width - size.right} y1={y(value)} y2={y(value)} />
          <text x={size.left - 6} y={y(value) + 4} textAnchor="end">{tick(value)}</text>
        </g>
      ))}
    </>
  );
}

const Legend = ({ items }: { items: [string, string][] }) => (
  <figcaption className="legend small">{items.map(([look, words]) => <span key={look}><i className={look} aria-hidden="true" />{words}</span>)}<span className="soft">MWh</span></figcaption>
);
