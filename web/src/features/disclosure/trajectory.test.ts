import { describe, expect, it } from 'vitest';
import type { Result, YearDetail } from '../../api/types';
import { trajectory } from './trajectory';

const core = (value: string) => ({ indicators: [{ id: 'core', value, unit: 't/tce', target: '0.2', verdict: 'met' }] }) as unknown as Result;
const year = (number: number, reported: string, verified?: string) => ({ year: number, reported: core(reported), verified: verified ? core(verified) : null }) as unknown as YearDetail;

describe('trajectory', () => {
  it('puts promise, report and verification of a year side by side, and leaves gaps open', () => {
    expect(trajectory([{ year: 2028, core: '0.15' }, { year: 2026, core: '0.21' }], [year(2025, '0.19', '0.191'), year(2026, '0.2')])).toEqual([
      { year: 2025, promised: null, reported: '0.19', verified: '0.191' },
      { year: 2026, promised: '0.21', reported: '0.2', verified: null },
      { year: 2028, promised: '0.15', reported: null, verified: null },
    ]);
  });
});
