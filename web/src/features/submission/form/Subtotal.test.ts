import { describe, expect, it } from 'vitest';
import type { Result } from '../../../api/types';
import { subtotal } from './Subtotal';

const step = (id: string, value: string, unit: string) => ({ id, value, unit });
const result = { derivation: [
  step('fuel', '12', 't'), step('fuel/fuels/0', '10', 't'), step('fuel/fuels/1', '2', 't'), step('energy/fuels/0', '4.5', 'tce'), step('energy/conversions/0', '1', 'tce'),
  step('energy/conversions/0/inputs/0', '50', 'tce'), step('process/products/0', '7', 't'), step('cleanEnergy/electricity/0', '3', 'tce'),
] } as unknown as Result;

describe('what a section adds to the year', () => {
  it('is the sum of its own steps, each once', () => {
    expect(subtotal(result, 'fuels')).toEqual({ tce: '4.5', co2: '12' });
    expect(subtotal(result, 'conversions')).toEqual({ tce: '1', co2: undefined });
    expect(subtotal(result, 'products')).toEqual({ tce: undefined, co2: '7' });
    expect(subtotal(result, 'electricity')).toEqual({ tce: undefined, co2: undefined });
  });
});
