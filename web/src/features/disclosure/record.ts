import type { YearDetail } from '../../api/types';

/** Where an event's receipt (.tlog-proof) is. */
export const receiptOf = (eventId: string) => `/proof/inclusion?event=${eventId}`;

/** The page that checks it, which needs nothing else of the register. */
export const checkPage = (eventId: string, language: string) => `/check.html?event=${eventId}&lang=${language.startsWith('zh') ? 'zh' : 'en'}`;

/** What page and log are compared by. */
export type Checkable = { eventId: string; at: string; type: string; title: { zh: string; en: string }; actor: string; facts: Record<string, string>; logIndex: number | null };

/** A year's disclosure together with the figures that its page shows: they are compared with the log as well. */
export function withFigures(item: Checkable, year: Pick<YearDetail, 'reported' | 'verified'>): Checkable {
  if (item.type !== 'submission.year-disclosed.v1') return item;
  return { ...item, facts: { ...item.facts, ...figures('reported', year.reported), ...(year.verified ? figures('verified', year.verified) : {}) } };
}

const figures = (whose: 'reported' | 'verified', result: YearDetail['reported']) => {
  const core = result.indicators.find((indicator) => indicator.id === 'core')?.value;
  return { [`${whose}EmissionsT`]: result.emissions.total, [`${whose}EnergyTce`]: result.energy.tce, ...(core ? { [`${whose}CoreTPerTce`]: core } : {}) };
};
