import { describe, expect, it } from 'vitest';
import { add, at, filled, put, remove, tidy } from './activity';
import { sectionOf } from './sections';

describe('activity data of the form', () => {
  it('changes one value and leaves the rest as it was', () => {
    const data = { year: 2025, fuels: [{ fuel: 'NG', quantity: '1' }, { fuel: 'DIESEL' }] };
    const next = put(data, '/fuels/1/quantity', '5');
    expect(next).toEqual({ year: 2025, fuels: [{ fuel: 'NG', quantity: '1' }, { fuel: 'DIESEL', quantity: '5' }] });
    expect(next.fuels[0]).toBe(data.fuels[0]);
    expect(put({ year: 2025 }, '/indicators/water/fresh', '20')).toEqual({ year: 2025, indicators: { water: { fresh: '20' } } });
    expect(at(next, '/fuels/1/quantity')).toBe('5');
    expect(at(next, '/heat/0/gj')).toBeUndefined();
  });

  it('adds and removes lines', () => {
    const data = add(add({ year: 2025 }, '/fuels'), '/fuels');
    expect(data).toEqual({ year: 2025, fuels: [{}, {}] });
    expect(add({ year: 2025 }, '/fuels', { fuel: 'NG' })).toEqual({ year: 2025, fuels: [{ fuel: 'NG' }] });
    expect(remove(put(data, '/fuels/1/fuel', 'NG'), '/fuels', 0)).toEqual({ year: 2025, fuels: [{ fuel: 'NG' }] });
  });

  it('sends nothing that is blank', () => {
    const { sent } = tidy({ year: 2025, fuels: [{}, { fuel: 'NG', quantity: ' １，200.5 ', heatValue: null }], heat: [{}], products: [], indicators: { water: { fresh: '', reused: ' ' } } });
    expect(sent).toEqual({ year: 2025, fuels: [{ fuel: 'NG', quantity: '1200.5' }] });
  });

  it('keeps commas in words and drops them in numbers', () => {
    expect(tidy({ year: 2025, products: [{ name: ' 钢, 特种 ', factor: '1,000' }] }).sent.products).toEqual([{ name: '钢, 特种', factor: '1000' }]);
    expect(tidy({ year: 2025, context: { baseYear: '２０２５' as never, meters: { gridIn: '1,234.5' } } }).sent.context).toEqual({ baseYear: 2025, meters: { gridIn: '1234.5' } });
  });

  it('sends no line that only says what it is about, and nothing that is the form’s own', () => {
    const { sent } = tidy({ year: 2025, bill: { total: '5' }, fuels: [{ fuel: 'NG', use: 'heat' }, { fuel: 'NG', note: '新锅炉' }], heat: [{ direction: 'in', source: 'fossil', steam: { tonnes: '' } }] } as never);
    expect(sent).toEqual({ year: 2025, fuels: [{ fuel: 'NG', note: '新锅炉' }], heat: [{ direction: 'in', source: 'fossil' }] });
  });

  it('brings what the service points at back to the line on the form', () => {
    const { toForm } = tidy({ year: 2025, fuels: [{}, {}, { fuel: 'NG', note: '新' }], conversions: [{}, { kind: 'coking', inputs: [{}, { fuel: 'COAL_CLEAN', quantity: '1' }] }] });
    expect(toForm('/fuels/0/quantity')).toBe('/fuels/2/quantity');
    expect(toForm('/conversions/0/inputs/0/quantity')).toBe('/conversions/1/inputs/1/quantity');
    expect(toForm('/conversions/0/outputs')).toBe('/conversions/1/outputs');
    expect(toForm('/indicators/water/fresh')).toBe('/indicators/water/fresh');
  });

  it('knows which section a problem lies in and how much is filled in', () => {
    expect(sectionOf('/fuels/0/quantity')).toBe('fuels');
    expect(sectionOf('/year')).toBeUndefined();
    expect([sectionOf('/context/stocks/0/opening'), sectionOf('/context/meters/gridIn'), sectionOf('/context/enterprises/0/co2'), sectionOf('/enterprises/0/name')]).toEqual(['stocks', 'meters', 'enterprises', 'enterprises']);
    expect(filled({ year: 2025, fuels: [{}, { fuel: 'NG' }, { fuel: 'NG', quantity: '1' }] }, 'fuels')).toBe(1);
    expect(filled({ year: 2025, context: { meters: { gridIn: '1' }, baseYear: 2025, stocks: [{ fuel: 'NG', sold: '1' }] } }, 'meters')).toBe(2);
    expect(filled({ year: 2025, indicators: { water: { fresh: '1' }, solidWaste: {} } }, 'indicators')).toBe(1);
  });
});
