import { describe, expect, it } from 'vitest';
import { exact, group, headline, ratio, round, shift, significant, sum } from './decimal';

describe('decimal', () => {
  it('moves the point without losing a digit', () => {
    expect(shift('0.186333', 2)).toBe('18.6333');
    expect(shift('1', 2)).toBe('100');
    expect(shift('250341.88', -4)).toBe('25.034188');
    expect(shift('-5', -4)).toBe('-0.0005');
    expect(shift('0', -4)).toBe('0');
  });

  it('adds without rounding', () => {
    expect(sum(['20000.5', '9999.5'])).toBe('30000');
    expect(sum(['0.1', '0.2', '-1'])).toBe('-0.7');
    expect(sum([])).toBe('0');
  });

  it('rounds half away from zero, as the register does', () => {
    expect(round('0.125', 2)).toBe('0.13');
    expect(round('-0.125', 2)).toBe('-0.13');
    expect(round('9.995', 2)).toBe('10');
    expect(round('-0.001', 2)).toBe('0');
    expect(round('12345678901234.5', 0)).toBe('12345678901235');
  });

  it('keeps at most four significant digits in a headline, but never drops a whole digit', () => {
    expect(significant('0.186333', 4)).toBe('0.1863');
    expect(significant('0.00012345', 4)).toBe('0.0001235');
    expect(headline('250341.88')).toBe('250,342');
    expect(headline('91.8249')).toBe('91.82');
    expect(headline('0')).toBe('0');
  });

  it('shows every digit where exactness is asked for', () => {
    expect(exact('1234567.123456789012')).toBe('1,234,567.123456789012');
    expect(group('-1234')).toBe('−1,234');
    expect(group('999')).toBe('999');
  });

  it('refuses what is not a number', () => {
    expect(() => shift('1e3', 1)).toThrow(RangeError);
  });
});

describe('ratio', () => {
  it('divides exactly and rounds half away from zero', () => {
    expect(ratio('6000', '18000', 6)).toBe('0.333333');
    expect(ratio('5400.5', '9500.5', 6)).toBe('0.568444');
    expect(ratio('1', '8', 2)).toBe('0.13');
    expect(ratio('20', '10', 6)).toBe('2');
    expect(ratio('0', '10', 6)).toBe('0');
  });

  it('has no answer where nothing was planned', () => {
    expect(ratio('5', '0', 6)).toBeNull();
  });
});
