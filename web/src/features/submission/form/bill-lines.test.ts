import { describe, expect, it } from 'vitest';
import type { YearDraft } from '../../../api/types';
import { tidy } from '../activity';
import { atTotal, billOf, linesOf, totalPointer, withMwh, withTotal } from './bill-lines';

const empty: YearDraft = { year: 2025 };
const sent = (data: YearDraft) => (tidy(data).sent.electricity ?? []).map((line) => `${line.direction ?? ''} ${line.kind ?? ''} ${String(line.mwh)}`);
const part = (data: YearDraft, kind: string, text: string) => withMwh(data, '', 'in', kind, linesOf(data, '', 'in', kind)[0]?.index, text);

describe('electricity as the bill has it', () => {
  it('makes grid power of what the parts leave over', () => {
    const bill = part(part(withTotal(empty, '', '300,000'), 'certificate', '30000'), 'greenTrade', '1,000.5');
    expect(sent(bill)).toEqual(['in grid 268999.5', 'in certificate 30000', 'in greenTrade 1000.5']);
    expect(billOf(bill, '')).toEqual({ total: '300,000', rest: '268999.5', over: undefined });
  });

  it('reads a bill out of its lines, and keeps its total while the parts change', () => {
    const lines: YearDraft = { year: 2025, electricity: [{ direction: 'in', kind: 'grid', mwh: '270' }, { direction: 'in', kind: 'greenTrade', mwh: '30' }, { direction: 'out', kind: 'own', mwh: '5' }] };
    expect(billOf(lines, '').total).toBe('300');
    expect(sent(part(lines, 'greenTrade', '40'))).toEqual(['in grid 260', 'in greenTrade 40', 'out own 5']);
    expect(billOf(part(lines, 'greenTrade', ''), '').rest).toBe('300');
  });

  it('has no grid power while no total is typed', () => {
    const bill = part(part(empty, 'greenTrade', '10'), 'greenTrade', '12');
    expect(sent(bill)).toEqual(['in greenTrade 12']);
    expect(billOf(bill, '')).toEqual({ total: '', rest: undefined, over: undefined });
    expect(sent(withTotal(withTotal(bill, '', '20'), '', ''))).toEqual(['in greenTrade 12']);
  });

  it('refuses parts above the total at the total, by how much', () => {
    const bill = part(withTotal(empty, '', '100'), 'certificate', '100.5');
    expect(billOf(bill, '').over).toBe('0.5');
    expect(sent(bill)).toContain('in grid -0.5');
    const problems = atTotal(bill, new Map([['/electricity/0/mwh', 'negative']]), (over) => `over by ${over}`);
    expect([...problems]).toEqual([[totalPointer(''), 'over by 0.5']]);
    expect(atTotal(part(bill, 'certificate', '100'), new Map(), () => 'over').size).toBe(0);
  });

  it('holds a total that is no number until it is mended, and says so there', () => {
    const bill = withTotal(part(empty, 'greenTrade', '10'), '', '18,94O');
    expect(sent(bill)).toEqual(['in greenTrade 10', 'in grid 18,94O']);
    expect([...atTotal(bill, new Map([['/electricity/1/mwh', 'no number']]), () => 'over')]).toEqual([['/electricity/total', 'no number']]);
    expect(sent(withTotal(bill, '', '30'))).toEqual(['in greenTrade 10', 'in grid 20']);
  });

  it('leaves grid power alone while a part is no number', () => {
    const bill = part(part(withTotal(empty, '', '100'), 'greenTrade', '10'), 'greenTrade', '1O');
    expect(sent(bill)).toEqual(['in grid 90', 'in greenTrade 1O']);
    expect(billOf(bill, '').total).toBe('100');
    expect(sent(part(bill, 'greenTrade', '20'))).toEqual(['in grid 80', 'in greenTrade 20']);
  });

  it('takes the rest out of the first line of grid power when there are several', () => {
    const lines: YearDraft = { year: 2025, electricity: [{ direction: 'in', kind: 'grid', mwh: '60' }, { direction: 'in', kind: 'grid', mwh: '40', note: '二号关口' }] };
    expect(sent(part(lines, 'greenTrade', '10'))).toEqual(['in grid 50', 'in grid 40', 'in greenTrade 10']);
  });

  it('does the same for an enterprise', () => {
    const base = '/enterprises/0/data';
    const bill = withMwh(withTotal({ year: 2025, enterprises: [{ id: 'a' }] }, base, '50'), base, 'in', 'greenTrade', undefined, '20');
    expect(bill.enterprises?.[0]?.data?.electricity).toEqual([{ direction: 'in', kind: 'grid', mwh: '30' }, { direction: 'in', kind: 'greenTrade', mwh: '20' }]);
    expect(JSON.stringify(tidy(bill).sent)).not.toContain('bill');
  });
});
