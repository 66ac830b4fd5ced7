import { describe, expect, it } from 'vitest';
import { fromUnit, inUnit, numberIn, plain } from './numbers';

describe('numbers as people type and paste them', () => {
  it.each([
    ['1,234.5', '1234.5'], ['１，２３４．５', '1234.5'], [' 1 234 567 ', '1234567'], ['+12', '12'], ['007', '7'], ['0.50', '0.50'], ['.5', '0.5'], ['12.', '12'], ['−3', '-3'], ['0', '0'], ['', ''],
  ])('reads %s as %s', (typed, read) => { expect(plain(typed)).toBe(read); });

  it.each(['1,5', '1.234,5', '12,34', '1e3', '18,94O', '120 t', '1,234,56'])('leaves %s for the service to refuse', (typed) => {
    expect(numberIn(typed)).toBeUndefined();
  });

  it('changes 万kWh and MWh without losing a digit, both ways', () => {
    expect(fromUnit('1,234.56789', 1)).toBe('12345.6789');
    expect(inUnit('12345.6789', 1)).toBe('1234.56789');
    expect(inUnit('0.1', 1)).toBe('0.01');
    expect(fromUnit(inUnit('33333333333.3331', 1), 1)).toBe('33333333333.3331');
    expect(fromUnit('18,94O', 1)).toBe('18,94O');
  });
});
