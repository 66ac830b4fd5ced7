import { describe, expect, it } from 'vitest';
import type { Desk, InboxItem, Task } from '../../api/types';
import { dueOf } from './due';
import { rowsOf } from './inbox-rows';

const park = '0198-park';
const names = new Map([[park, '演示园区']]);

const task = (id: string, kind: string, more: Partial<Task['task']> = {}, outcomes = ['complete']): Task => ({
  task: {
    id, instance: 'i', element: 2, process: 'application', node: kind, kind, businessKey: park, park, province: '320000', organisation: null, thing: 'case-1', groups: ['province'], users: [],
    assignee: null, owner: null, version: 1, due: null, opened: '2026-03-02T01:00:00Z', recording: false, ...more,
  },
  outcomes, actions: ['claim', 'complete'], usedUp: [],
});

const item = (kind: string, id: string, more: Partial<InboxItem> = {}): InboxItem => ({ id, kind, parkId: park, parkName: '演示园区', year: null, since: '2026-03-01T01:00:00Z', href: `/desk/x/${id}`, ...more });

const desk = (mine: Task[], unclaimed: Task[] = []): Desk => ({ mine, unclaimed });
const told = (...given: Parameters<typeof rowsOf>) => rowsOf(...given).map((row) => row.what);

describe('the inbox', () => {
  it('names work once that a service and a process both know of', () => {
    expect(told(desk([], [task('t', 'application-completeness')]), [item('review-application', 'case-1')], names, 'me')).toEqual(['kind.application-completeness']);
  });

  it('keeps work that only a service knows of', () => {
    expect(told(desk([]), [item('finish-application', 'case-2')], names, 'me')).toEqual(['task.finish-application']);
  });

  it('leads to the record where work of many steps is done, with the day from the process', () => {
    const [row] = rowsOf(desk([], [task('t', 'annual-submission', { process: 'annual-report', businessKey: `${park}/2026`, due: '2026-04-01T16:00:00Z' }, [])]), [item('report-year', 's', { year: 2026 })], names, 'me');
    expect(row).toMatchObject({ href: '/desk/x/s', due: '2026-04-01T16:00:00Z', what: 'task.report-year' });
  });

  it('does not take one year for another', () => {
    expect(told(desk([], [task('t', 'annual-submission', { process: 'annual-report', businessKey: `${park}/2027`, thing: null }, [])]), [item('report-year', 's', { year: 2026 })], names, 'me')).toHaveLength(2);
  });

  it('puts what is due first before what has no day, and then what waits longest', () => {
    const rows = told(desk([task('a', 'city-check'), task('b', 'national-decision', { due: '2026-03-09T16:00:00Z' })], [task('c', 'deferral', { due: '2026-03-04T16:00:00Z' })]), [], names, 'me');
    expect(rows).toEqual(['kind.deferral', 'kind.national-decision', 'kind.city-check']);
  });

  it('says whose a task is', () => {
    const rows = rowsOf(desk([task('a', 'city-check', { assignee: 'me' }), task('b', 'city-check', { assignee: 'me', owner: 'boss' })], [task('c', 'city-check')]), [], names, 'me');
    expect(rows.map((row) => row.holder)).toEqual(['mine', 'delegatedToMe', 'unclaimed']);
  });
});

describe('a last day', () => {
  const now = new Date('2026-03-04T02:00:00Z');

  it.each([
    ['2026-03-03T16:00:00Z', 'overdue', 1], ['2026-03-04T16:00:00Z', 'today', 0], ['2026-03-07T16:00:00Z', 'soon', 3], ['2026-03-08T16:00:00Z', 'later', 4],
  ])('%s is %s', (due, state, days) => {
    expect(dueOf(due, now)).toEqual({ state, days });
  });

  it('may be missing', () => {
    expect(dueOf(null, now).state).toBe('none');
  });
});
