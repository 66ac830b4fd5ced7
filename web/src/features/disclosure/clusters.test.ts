import { describe, expect, it } from 'vitest';
import { countByRegion } from './map-option';
import { gather } from './clusters';
import type { ParkItem } from '../../api/types';

describe('pins on the map', () => {
  it('gather when they would lie upon each other, and lose nobody', () => {
    const clusters = gather([{ x: 0, y: 0, of: 'a' }, { x: 4, y: 0, of: 'b' }, { x: 100, y: 0, of: 'c' }], 10);
    expect(clusters).toEqual([{ x: 2, y: 0, members: ['a', 'b'] }, { x: 100, y: 0, members: ['c'] }]);
  });

  it('are counted by province for each measure', () => {
    const park = (stage: string, coreVerdict: string | null, disclosedYears: number[]) => ({ province: { adcode: '320000' }, stage, coreVerdict, disclosedYears }) as unknown as ParkItem;
    const pins = [park('accepted', 'met', [2025]), park('listed', null, []), park('listed', 'notMet', [2025])];
    expect((['parks', 'disclosed', 'met', 'accepted'] as const).map((by) => countByRegion(pins, by).get('江苏'))).toEqual([3, 2, 1, 1]);
  });
});
