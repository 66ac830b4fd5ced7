/** Dates as the register means them: Beijing time, whatever the reader's clock. */
const zone = 'Asia/Shanghai';

/** The calendar year it is in Beijing. */
export const yearInBeijing = (now = new Date()) => Number(new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' }).format(now));

const date = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const time = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
const styles = { day: date, dayAndTime: { ...date, ...time }, time } as const;
const made = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language and style: making one takes longer than all it ever formats. */
function format(style: keyof typeof styles, language: string, at: Date): string {
  const locale = language.startsWith('zh') ? 'zh-CN' : 'en-GB';
  const key = `${style} ${locale}`;
  let known = made.get(key);
  if (!known) made.set(key, known = new Intl.DateTimeFormat(locale, { timeZone: zone, ...styles[style] }));
  return known.format(at);
}

export const day = (at: string, language: string) => format('day', language, new Date(/^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00+08:00` : at));

export const dayAndTime = (at: string, language: string) => format('dayAndTime', language, new Date(at));

/** The time of day alone while it is still that day in Beijing. */
export const clock = (at: string, language: string, now = new Date()) =>
  day(at, language) === day(now.toISOString(), language) ? format('time', language, new Date(at)) : dayAndTime(at, language);
