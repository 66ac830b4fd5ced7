import { day } from '../../lib/date';

export type DueState = 'overdue' | 'today' | 'soon' | 'later' | 'none';

const zone = 8 * 3_600_000;
const aDay = 24 * 3_600_000;
const dayInBeijing = (at: number) => Math.floor((at + zone) / aDay);

/** The last day of a task: a moment at 24:00 belongs to the day it ends. */
export const lastMoment = (due: string) => new Date(new Date(due).getTime() - 1);

export const lastDay = (due: string, language: string) => day(lastMoment(due).toISOString(), language);

/** How near a last day is, in days of Beijing; three days or fewer are soon. */
export function dueOf(due: string | null, now = new Date()): { state: DueState; days: number } {
  if (due === null) return { state: 'none', days: 0 };
  const days = dayInBeijing(lastMoment(due).getTime()) - dayInBeijing(now.getTime());
  if (days < 0) return { state: 'overdue', days: -days };
  return { state: days === 0 ? 'today' : days <= 3 ? 'soon' : 'later', days };
}
