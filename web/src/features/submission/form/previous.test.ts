import { describe, expect, it } from 'vitest';
import type { YearDraft } from '../../../api/types';
import { tidy } from '../activity';
import { jump, lastIn, lastOf, placeBefore, withExpected } from './previous';

const previous: YearDraft = {
  year: 2024,
  fuels: [{ fuel: 'NG', use: 'heat', quantity: '100.5', note: '锅炉' }, { fuel: 'NG', use: 'heat', quantity: '20' }, { fuel: 'DIESEL', use: 'terminal', quantity: '7' }],
  conversions: [{ kind: 'coking', inputs: [{ fuel: 'COAL_CLEAN', quantity: '56' }], outputs: [{ fuel: 'COKE', quantity: '40' }] }],
  context: { stocks: [{ fuel: 'NG', purchased: '120' }] },
};

describe('last year beside this one', () => {
  it('adds up what is about the same', () => {
    expect(lastOf(previous, '/fuels', { fuel: 'NG', use: 'heat', quantity: '1' }, 'quantity')).toBe('120.5');
    expect(lastOf(previous, '/fuels', { fuel: 'NG', use: 'power' }, 'quantity')).toBeUndefined();
    expect(lastOf(previous, '/context/stocks', { fuel: 'NG' }, 'purchased')).toBe('120');
    expect(lastOf(null, '/fuels', { fuel: 'NG' }, 'quantity')).toBeUndefined();
  });

  it('brings a row for every variety of last year, once, and sends none of them', () => {
    const data = withExpected({ year: 2025, fuels: [{ fuel: 'NG', use: 'heat', quantity: '3' }] }, previous);
    expect(data.fuels).toEqual([{ fuel: 'NG', use: 'heat', quantity: '3' }, { fuel: 'DIESEL', use: 'terminal' }]);
    expect(data.conversions).toEqual([{ kind: 'coking', inputs: [{ fuel: 'COAL_CLEAN' }], outputs: [{ fuel: 'COKE' }] }]);
    expect(data.context?.stocks).toEqual([{ fuel: 'NG' }]);
    expect(withExpected(data, previous)).toEqual(data);
    expect(tidy(data).sent).toEqual({ year: 2025, fuels: [{ fuel: 'NG', use: 'heat', quantity: '3' }] });
  });

  it('finds the same enterprise and the same conversion, wherever they stand now', () => {
    const before: YearDraft = { ...previous, enterprises: [{ name: '甲' }, { creditCode: '91', name: '乙', data: { fuels: [{ fuel: 'NG', use: 'heat', quantity: '9' }] } }] };
    const data: YearDraft = { year: 2025, enterprises: [{ creditCode: '91', name: '乙（新）' }, { name: '丙' }, {}], conversions: [{ kind: 'refining' }, { kind: 'coking' }] };
    expect(lastIn(data, before, '/enterprises/0/data/fuels', { fuel: 'NG', use: 'heat' }, 'quantity')).toBe('9');
    expect([1, 2].map((index) => placeBefore(data, before, `/enterprises/${String(index)}/data/fuels`))).toEqual([undefined, undefined]);
    expect(lastIn(data, before, '/conversions/1/inputs', { fuel: 'COAL_CLEAN' }, 'quantity')).toBe('56');
    expect(placeBefore(data, before, '/conversions/0/inputs')).toBeUndefined();
  });

  it('hints at what differs by more than 30 per cent', () => {
    expect(jump('130', '100')).toBeUndefined();
    expect(jump('131', '100')).toBe(31);
    expect(jump('69.9', '100')).toBe(-30);
    expect(jump('0', '100')).toBe(-100);
    expect(jump('5', '0')).toBeUndefined();
    expect(jump(undefined, '100')).toBeUndefined();
  });
});
