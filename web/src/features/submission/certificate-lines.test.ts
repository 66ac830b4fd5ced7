import { describe, expect, it } from 'vitest';
import { blankLine, countOf, lineOf, missing, rowOf, toSend, totals } from './certificate-lines';

const project = 'DEMO0000000000001';
const number = (sequence: number) => `${project}${String(sequence).padStart(13, '0')}11`;
const full = { ...blankLine(), first: number(1), last: '', productionMonth: '2025-06', beneficiary: '园区', cancelledOn: '2025-12-20', source: 'wind' as const };

describe('certificates', () => {
  it('counts both ends, and forgives blanks, hyphens, lower case and full width', () => {
    expect(countOf({ first: number(1), last: number(30000) })).toBe(30000);
    expect(countOf({ first: number(7), last: ' ' })).toBe(1);
    expect(countOf({ first: number(1).toLowerCase().replace('0000', '00-00 '), last: number(2).replace('DEMO', 'ＤＥＭＯ') })).toBe(2);
  });

  it('counts nothing while the numbers are no range', () => {
    expect(countOf({ first: '', last: '' })).toBeUndefined();
    expect(countOf({ first: number(5), last: number(4) })).toBeUndefined();
    expect(countOf({ first: number(1), last: number(2).replace('DEMO', 'DEMA') })).toBeUndefined();
    expect(countOf({ first: number(1), last: number(2).replace(/11$/, '12') })).toBeUndefined();
  });

  it('sends a single certificate without a last number, and nothing of the form itself', () => {
    expect(toSend([full])).toEqual([{ first: number(1), last: null, kind: 'certificate', productionMonth: '2025-06', beneficiary: '园区', cancelledOn: '2025-12-20', source: 'wind' }]);
  });

  it('names what is missing by line and field', () => {
    expect([...missing([full, { ...full, source: '', beneficiary: ' ' }], (key) => key).keys()]).toEqual(['/items/1/beneficiary', '/items/1/source']);
    expect(lineOf('/items/1/source')).toBe(1);
    expect(rowOf({ pointer: '/rows/3/kind', message: '' })).toEqual({ row: 3, member: 'kind' });
    expect(rowOf({ pointer: '', message: '' })).toEqual({ row: undefined, member: undefined });
  });

  it('compares bought certificates to the MWh and those of trade as a ceiling, with the lines per enterprise', () => {
    const data = {
      year: 2025,
      electricity: [{ direction: 'in' as const, kind: 'certificate' as const, mwh: '20,000.5' }, { direction: 'in' as const, kind: 'greenTrade' as const, mwh: '500' }, { direction: 'out' as const, kind: 'certificate' as const, mwh: '9' }],
      enterprises: [{ data: { electricity: [{ direction: 'in' as const, kind: 'certificate' as const, mwh: '9999.5' }] } }],
    };
    const named = (kind: string, count: number) => ({ kind, count });
    expect(totals([named('certificate', 30000), named('greenTrade', 501), named('ownUse', 3)], data as never)).toEqual([
      { kind: 'certificate', named: 30000, reported: '30000', fits: true },
      { kind: 'greenTrade', named: 501, reported: '500', fits: false },
      { kind: 'ownUse', named: 3, reported: null, fits: true },
    ]);
    expect(totals([], data as never)[0]?.fits).toBe(false);
  });
});
