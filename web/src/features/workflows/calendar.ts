import type { CaseItem } from '../../api/types';
import type { Row } from './inbox-rows';
import { lastMoment } from './due';

/** Something with a last day. */
export type Deadline = { key: string; what: string; parkName: string; href: string; /** Beijing's day, `2026-03-09`. */ day: string; due: string; row?: Row };

const zone = 8 * 3_600_000;

export const dayOf = (due: string) => new Date(lastMoment(due).getTime() + zone).toISOString().slice(0, 10);

/** What the reader has to do by a day, and the last days of cases of its parks that others work on; the first day first. */
export function deadlinesOf(rows: readonly Row[], cases: readonly CaseItem[], names: ReadonlyMap<string, string>): Deadline[] {
  const own = rows.flatMap((row) => (row.due === null ? [] : [{ key: row.key, what: row.what, parkName: row.parkName, href: row.href, day: dayOf(row.due), due: row.due, row }]));
  const instances = new Set(rows.map((row) => row.task?.task.instance));
  const others = cases.flatMap((each) => (each.due === null || instances.has(each.id) ? [] : [{
    key: each.id, what: each.process, parkName: (each.park && names.get(each.park)) ?? '', href: `/desk/processes/${each.id}`, day: dayOf(each.due), due: each.due,
  }]));
  return [...own, ...others].sort((one, other) => one.day.localeCompare(other.day) || one.parkName.localeCompare(other.parkName));
}

/** By month, `2026-03`, in order. */
export function byMonth(deadlines: readonly Deadline[]): [string, Deadline[]][] {
  const months = new Map<string, Deadline[]>();
  for (const each of deadlines) months.set(each.day.slice(0, 7), [...(months.get(each.day.slice(0, 7)) ?? []), each]);
  return [...months];
}

const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** RFC 5545: a line holds 75 octets, what is longer goes on after a blank. */
function folded(line: string): string {
  const parts = [''];
  let room = 75;
  for (const sign of line) {
    const size = new TextEncoder().encode(sign).length;
    if (size > room) { parts.push(' '); room = 74; }
    parts[parts.length - 1] += sign;
    room -= size;
  }
  return parts.join('\r\n');
}

/** The last days as a calendar file (RFC 5545), each a whole day. */
export function ics(deadlines: readonly Deadline[], said: (deadline: Deadline) => string, origin: string, now = new Date()): string {
  const stamp = `${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const events = deadlines.flatMap((each) => [
    'BEGIN:VEVENT', `UID:${each.key}@${new URL(origin).host}`, `DTSTAMP:${stamp}`, `DTSTART;VALUE=DATE:${each.day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(said(each))}`, `URL:${origin}${each.href}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
  ]);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//PilotRegistry//Deadlines//EN', 'CALSCALE:GREGORIAN', ...events, 'END:VCALENDAR', ''].map(folded).join('\r\n');
}
