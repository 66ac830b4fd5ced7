import { expect, test } from 'vitest';
import { variablesOf } from './CaseRepair';
import { stateOf } from './Substitutes';

const away = (from: string, until: string, recalled = false) => ({ id: 's', absent: 'a', substitute: 'b', from, until, recalled });

test('a stand-in does it from its first day to its last, both included, unless taken back', () => {
  expect(stateOf(away('2026-03-02', '2026-03-04'), '2026-03-01')).toBe('coming');
  expect(stateOf(away('2026-03-02', '2026-03-04'), '2026-03-02')).toBe('active');
  expect(stateOf(away('2026-03-02', '2026-03-04'), '2026-03-04')).toBe('active');
  expect(stateOf(away('2026-03-02', '2026-03-04'), '2026-03-05')).toBe('over');
  expect(stateOf(away('2026-03-02', '2026-03-04', true), '2026-03-03')).toBe('recalled');
});

test('what an operator puts right first is a JSON object, or nothing', () => {
  expect(variablesOf('  ')).toBeNull();
  expect(variablesOf('{ "batch": "2026-1" }')).toEqual({ batch: '2026-1' });
  expect(variablesOf('[1]')).toBeUndefined();
  expect(variablesOf('batch = 1')).toBeUndefined();
});
