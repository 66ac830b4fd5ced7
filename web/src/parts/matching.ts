/** The numbers a chart of hours draws; the tables beside it keep every digit. */
export type Bar = { label: string; matched: number; unmatched: number };
export type Day = { load: (number | null)[]; green: (number | null)[] };

const toNumber = (text: string | null) => (text === null ? null : Number(text));

export const bars = (months: readonly { month: number; matched: string; unmatched: string }[]): Bar[] =>
  months.map(({ month, matched, unmatched }) => ({ label: String(month), matched: Number(matched), unmatched: Number(unmatched) }));

/** A mean day; hours that the file has none of are gaps. */
export function meanDay(hours: readonly { hour: number; load: string; green: string }[]): Day {
  const at = (hour: number) => hours.find((mean) => mean.hour === hour);
  const day = Array.from({ length: 24 }, (_, hour) => at(hour));
  return { load: day.map((mean) => toNumber(mean?.load ?? null)), green: day.map((mean) => toNumber(mean?.green ?? null)) };
}

/** A step from 1, 2, 5 times a power of ten, so that at most five lines cross the chart. */
export function scale(highest: number): { top: number; step: number } {
  if (!(highest > 0)) return { top: 1, step: 1 };
  const power = 10 ** Math.floor(Math.log10(highest / 4));
  const step = [1, 2, 5, 10].map((times) => times * power).find((candidate) => highest / candidate <= 5) ?? highest;
  return { top: Math.ceil(highest / step - 1e-9) * step, step };
}

/** Points of a line, broken where there is no value. */
export function path(values: readonly (number | null)[], x: (index: number) => number, y: (value: number) => number): string {
  return values.map((value, index) => (value === null ? '' : `${index === 0 || values[index - 1] === null ? 'M' : 'L'}${x(index).toFixed(1)} ${y(value).toFixed(1)}`)).join('');
}
