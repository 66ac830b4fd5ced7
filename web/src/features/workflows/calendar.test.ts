import { expect, test } from 'vitest';
import type { CaseItem } from '../../api/types';
import { byMonth, dayOf, deadlinesOf, ics } from './calendar';
import type { Row } from './inbox-rows';

const row = (key: string, due: string | null): Row => ({
  key, what: 'kind.application-completeness', href: `/desk/tasks/${key}`, parkId: 'p', parkName: '演示园区', year: null, since: '2026-03-01T00:00:00Z', due, holder: 'mine', recording: false,
});
const one = (id: string, due: string | null): CaseItem => ({ id, process: 'application', businessKey: 'p', park: 'p', province: '320000', status: 'running', started: '2026-03-01T00:00:00Z', ended: null, due, nodes: [], incidents: 0 });

test('a moment at 24:00 in Beijing belongs to the day that it ends', () => {
  expect(dayOf('2026-03-09T16:00:00Z')).toBe('2026-03-09');
});

test('what has no last day is not in the calendar; the first day stands first, months apart', () => {
  const found = deadlinesOf([row('b', '2026-04-01T16:00:00Z'), row('a', '2026-03-09T16:00:00Z'), row('c', null)], [one('case', '2026-03-20T16:00:00Z'), one('open', null)], new Map([['p', '演示园区']]));
  expect(found.map((each) => each.key)).toEqual(['a', 'case', 'b']);
  expect(byMonth(found).map(([month, days]) => [month, days.length])).toEqual([['2026-03', 2], ['2026-04', 1]]);
});

test('a calendar file holds whole days, escaped, in lines of 75 octets', () => {
  const text = ics(deadlinesOf([row('a', '2026-03-09T16:00:00Z')], [], new Map()), () => '形式审查, 演示园区; 需要在最后一日之前完成的事项都写在这里，写得很长', 'https://registry.example', new Date('2026-03-01T02:03:04Z'));
  expect(text).toContain('DTSTART;VALUE=DATE:20260309\r\n');
  expect(text).toContain('DTSTAMP:20260301T020304Z');
  expect(text).toContain('SUMMARY:形式审查\\, 演示园区\\;');
  expect(text).toContain('URL:https://registry.example/desk/tasks/a');
  expect(text.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});
