import { describe, expect, it } from 'vitest';
import { show } from './quantity';

describe('quantity', () => {
  it('follows the reader’s unit of mass for CO2 and energy', () => {
    expect(show('250341.88', 'tce', 't')).toEqual({ text: '250,342', exact: '250,341.88', unit: 'tce' });
    expect(show('250341.88', 'tce', 'wt')).toEqual({ text: '25.03', exact: '25.034188', unit: 'wtce' });
    expect(show('46646.95', 't', 'wt').unit).toBe('wt');
  });

  it('shows shares as percentages and leaves intensities alone', () => {
    expect(show('0.918249', '1', 'wt')).toEqual({ text: '91.82', exact: '91.8249', unit: 'percent' });
    expect(show('0.186333', 't/tce', 'wt')).toEqual({ text: '0.1863', exact: '0.186333', unit: 'tPerTce' });
    expect(show('87', 'kgce/t', 't').unit).toBe('kgce/t');
  });
});
