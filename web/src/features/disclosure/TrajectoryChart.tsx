import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { family, palette, startChart, type Chart } from '../../lib/charts';
import type { TrajectoryYear } from './trajectory';

type Option = Parameters<Chart['setOption']>[0];

/** Promised dashed, reported hollow, verified solid, the national target as a line with its number; from zero. */
export function TrajectoryChart({ rows, target }: { rows: TrajectoryYear[]; target: string | null }) {
  const { t } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return;
    const [chart, stop] = startChart(place.current);
    chart.setOption(option(rows, target, {
      promised: t('park.line.promised'), reported: t('park.line.reported'), verified: t('park.line.verified'),
      target: t('park.nationalTarget', { target }),
    }));
    return stop;
  }, [rows, target, t]);
  return <div ref={place} className="trajectory-canvas" role="img" aria-label={t('park.trajectoryLabel')} />;
}

type Words = Record<'promised' | 'reported' | 'verified' | 'target', string>;

function option(rows: TrajectoryYear[], target: string | null, words: Words): Option {
  const line = (name: 'promised' | 'reported' | 'verified', color: string | undefined, look: object) => ({
    type: 'line', name: words[name], data: rows.map((row) => (row[name] === null ? null : Number(row[name]))),
    color, symbolSize: 9, connectNulls: false, ...look,
  });
  // The promise is named where it begins, high above the target; the target at the other end, where nothing else is written.
  const first = rows.findIndex((row) => row.promised !== null);
  const promised = rows.map(({ promised: value }, index) => (value === null ? null : index === first
    ? { value: Number(value), symbol: 'circle', symbolSize: 1, label: { show: true, position: 'top', formatter: '{a}', color: palette[0], fontSize: 12 } }
    : Number(value)));
  return {
    animation: false,
    textStyle: { fontFamily: family, color: '#4b5563' },
    grid: { top: 24, bottom: 28, left: 44, right: 100 },
    tooltip: { trigger: 'axis', confine: true, textStyle: { color: '#1f2937', fontSize: 14 } },
    xAxis: { type: 'category', data: rows.map((row) => String(row.year)), axisTick: { show: false }, axisLine: { lineStyle: { color: '#8a93a0' } }, axisLabel: { color: '#4b5563' } },
    yAxis: { type: 'value', min: 0, name: 't/tce', nameTextStyle: { color: '#4b5563', align: 'right' }, splitLine: { lineStyle: { color: '#e2e5e9' } }, axisLabel: { color: '#4b5563' } },
    series: [
      { ...line('promised', palette[0], { data: promised, lineStyle: { type: 'dashed', width: 2 }, symbol: 'none' }), ...(target && { markLine: targetLine(target, words.target) }) },
      line('reported', palette[5], { symbol: 'emptyCircle', itemStyle: { borderWidth: 2 } }),
      line('verified', '#1f2937', { symbol: 'circle', lineStyle: { width: 2.5 } }),
    ],
  } as Option;
}

const targetLine = (target: string, label: string) => ({
  silent: true, symbol: 'none', data: [{ yAxis: Number(target) }],
  lineStyle: { color: '#b54708', type: 'solid', width: 1.5 },
  label: { formatter: label, color: '#b54708', position: 'end', fontSize: 12, distance: 6 },
});
