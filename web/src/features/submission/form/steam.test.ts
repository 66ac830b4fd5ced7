import { describe, expect, it } from 'vitest';
import { noSteam, noteOf, noteWithout, question, steamIn } from './steam';

const steam = { tonnes: '1,000', pressure: '0.8', gauge: true, temperature: '200' };

describe('steam in a note', () => {
  it('is written so that it can be read again', () => {
    const note = noteOf(steam, '2838.412', '83.74', '二期管线');
    expect(note).toBe('蒸汽 1000 t，表压 0.8 MPa，200 ℃（比焓 2,838.412 − 83.74 kJ/kg，IAPWS-IF97）；二期管线');
    expect(steamIn(note)).toEqual({ ...steam, tonnes: '1000' });
    expect(noteWithout(note)).toBe('二期管线');
    expect(noteWithout(noteOf(steam, '2838.412', '83.74', ''))).toBe('');
  });

  it('may be saturated, by pressure or by temperature', () => {
    expect(steamIn(noteOf({ ...steam, temperature: '', gauge: false }, '2777.1', '83.74', ''))).toEqual({ tonnes: '1000', pressure: '0.8', gauge: false, temperature: '' });
    expect(steamIn(noteOf({ ...steam, pressure: '' }, '2777.1', '83.74', ''))).toEqual({ tonnes: '1000', pressure: '', gauge: true, temperature: '200' });
  });

  it('is not found where there is none', () => {
    expect(steamIn('蒸汽由热电厂供应')).toBeUndefined();
    expect(noteWithout('蒸汽由热电厂供应')).toBe('蒸汽由热电厂供应');
  });

  it('is asked about once there is enough to ask', () => {
    expect(question(noSteam)).toBeUndefined();
    expect(question({ ...noSteam, tonnes: '１０' })).toBeUndefined();
    expect(question({ ...noSteam, tonnes: '１０', pressure: '1' })).toEqual({ tonnes: '10', pressure: '1', gauge: true, temperature: null });
  });
});
