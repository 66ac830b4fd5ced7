/** Dates as the register means them: Beijing time, whatever the reader's clock. */
const zone = 'Asia/Shanghai';

/** The calendar year it is in Beijing. */
export const yearInBeijing = (now = new Date()) => Number(new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(now));

const locale = (language: string) => (language.startsWith('zh') ? 'zh-CN' : 'en-GB');

export function day(at: string, language: string): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00+08:00` : at);
  return new Intl.DateTimeFormat(locale(language), { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }).format(date);
}

export function dayAndTime(at: string, language: string): string {
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: zone, year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(new Date(at));
}

/** The time of day alone while it is still that day in Beijing. */
export function clock(at: string, language: string, now = new Date()): string {
  const sameDay = day(at, language) === day(now.toISOString(), language);
  return sameDay ? new Intl.DateTimeFormat(locale(language), { timeZone: zone, hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at)) : dayAndTime(at, language);
}
