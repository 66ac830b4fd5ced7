import { describe, expect, it } from 'vitest';
import { bars, meanDay, path, scale } from './matching';

describe('charts of hours', () => {
  it('have at most five lines, at round numbers, and reach above the highest value', () => {
    for (const highest of [0.3, 1, 7, 12, 99, 100, 4321, 87600]) {
      const { top, step } = scale(highest);
      expect(top).toBeGreaterThanOrEqual(highest);
      expect(top / step).toBeLessThanOrEqual(5.0001);
      expect(top / step).toBeGreaterThanOrEqual(1);
    }
    expect(scale(0)).toEqual({ top: 1, step: 1 });
  });

  it('leave a gap where a value is missing', () => {
    expect(path([1, null, 3, 4], (index) => index, (value) => value)).toBe('M0.0 1.0M2.0 3.0L3.0 4.0');
    expect(meanDay([{ hour: 3, load: '2', green: '1' }]).load.filter((value) => value !== null)).toEqual([2]);
  });

  it('draw a bar for each month', () => {
    expect(bars([{ month: 1, matched: '5', unmatched: '2.5' }])).toEqual([{ label: '1', matched: 5, unmatched: 2.5 }]);
  });
});
