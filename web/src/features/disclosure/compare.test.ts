import { describe, expect, it } from 'vitest';
import type { YearItem } from '../../api/types';
import { peersOf, readChosen, sizeOf } from './compare';

const park = (n: number) => `018f0000-0000-7000-8000-00000000000${String(n)}`;
const year = (n: number, number: number, tce: string, industryGroup = 'a') => ({ parkId: park(n), year: number, tce, industryGroup }) as unknown as YearItem;

describe('comparing parks', () => {
  it('takes up to five ids from the address and nothing else', () => {
    expect(readChosen(new URLSearchParams(`parks=${[1, 1, 2, 3, 4, 5, 6].map(park).join(',')},<script>`))).toEqual([1, 2, 3, 4, 5].map(park));
  });

  it('knows the bands of the method; the borders belong to the upper one', () => {
    expect(['199999.9', '200000', '999999', '1000000'].map(sizeOf)).toEqual(['small', 'middle', 'middle', 'large']);
  });

  it('sets a park beside those of its industry and size', () => {
    const one = year(1, 2025, '300000');
    expect(peersOf(one, [one, year(2, 2025, '400000'), year(3, 2025, '100000'), year(4, 2025, '300000', 'b')]).map((item) => item.parkId)).toEqual([park(1), park(2)]);
  });
});
