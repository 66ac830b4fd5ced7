import { describe, expect, it } from 'vitest';
import type { Step } from '../../api/types';
import { evaluate, rounded } from './fraction';
import { recompute } from './recompute';

const value = (formula: string, values: Record<string, string> = {}) => {
  const result = evaluate(formula, values);
  return result && rounded(result, 12);
};

describe('a formula of the record', () => {
  it('is computed exactly', () => {
    expect(value('quantity × tcePerUnit × gjPerTce × factor ÷ 1000', { quantity: '786.4', tcePerUnit: '12.15', gjPerTce: '29.3076', factor: '57.2' })).toBe(16017549214867200n);
    expect(value('total ÷ energy', { total: '33290.661586668037', energy: '224014.01237' })).toBe(148609728626n);
    expect(value('tce × (1 − gridOut ÷ fossilMade)', { tce: '10', gridOut: '1', fossilMade: '4' })).toBe(7_500_000_000_000n);
    expect(value('−mwh × factor', { mwh: '3', factor: '0.5' })).toBe(-1_500_000_000_000n);
  });

  it('rounds half away from zero', () => {
    expect(rounded({ top: 5n, bottom: 10n }, 0)).toBe(1n);
    expect(rounded({ top: -5n, bottom: 10n }, 0)).toBe(-1n);
  });

  it('is left open where it cannot be computed', () => {
    for (const formula of ['a ÷ 0', 'missing × 2', '2 ×', '(2', 'alert(1)', '2 ^ 3', 'constructor', '']) expect(value(formula), formula).toBeNull();
  });
});

describe('recomputing a derivation', () => {
  const step = (id: string, parent: string | null, formula: string, inputs: object, worth: string, factor?: string) =>
    ({ id, parent, formula, inputs, value: worth, unit: 't', factor: factor ? { value: factor } : null }) as unknown as Step;
  const sound = [step('sum', null, 'Σ', {}, '16600.55'), step('a', 'sum', 'mwh × factor', { mwh: '19940' }, '16600.05', '0.8325'), step('b', 'sum', 'mwh × factor', { mwh: '1' }, '0.5', '0.5')];

  it('finds every step as recorded', () => {
    expect(recompute(sound).right).toHaveLength(3);
  });

  it('names the step that does not follow', () => {
    const changed = sound.map((one) => (one.id === 'b' ? { ...one, value: '0.6' } : one));
    expect(recompute(changed).wrong.map(({ id }) => id)).toEqual(['sum', 'b']);
  });
});
