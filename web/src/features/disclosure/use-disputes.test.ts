import { expect, test } from 'vitest';
import { concerns } from './use-disputes';

test('a figure is marked while it is disputed, and from when it was found wrong until it is corrected', () => {
  expect(concerns({ state: 'received', corrected: false })).toBe(true);
  expect(concerns({ state: 'answered', corrected: false })).toBe(true);
  expect(concerns({ state: 'upheld', corrected: false })).toBe(true);
  expect(concerns({ state: 'partlyUpheld', corrected: true })).toBe(false);
  expect(concerns({ state: 'notUpheld', corrected: false })).toBe(false);
  expect(concerns({ state: 'declined', corrected: false })).toBe(false);
});
