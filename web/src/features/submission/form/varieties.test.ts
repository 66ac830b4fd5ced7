import { describe, expect, it } from 'vitest';
import type { RulePack } from '../../../api/types';
import { columns } from '../columns';
import { finds, varieties } from './varieties';

const row = (code: string, zh: string, en: string, group: string, refused: unknown = null) => ({ code, name: { zh, en }, group, unit: 't', refused });
const pack = { fuels: { NG: row('NG', '天然气(气态)', 'natural gas', '天然气'), COAL_ANTH: row('COAL_ANTH', '无烟煤', 'anthracite', '煤品'), COAL_RAW: row('COAL_RAW', '原煤', 'raw coal', '煤品', {}) }, products: {}, limits: {} } as unknown as RulePack;

describe('varieties of a list', () => {
  const found = varieties(columns.fuels, pack, 'zh-CN', (key) => key);
  const [gas, coal] = found.flatMap(({ options }) => options);

  it('come group by group, without what the pack refuses', () => {
    expect(found.map(({ label, options }) => [label, options.map(({ value }) => value)])).toEqual([['fuelGroup.gas', ['NG']], ['fuelGroup.coal', ['COAL_ANTH']]]);
    expect(gas?.line).toEqual({ fuel: 'NG' });
  });

  it.each(['天然气', '天然气（气态）', 'NATURAL gas', 'gas natural', 'ng', ' 气态 '])('are found by %s', (typed) => {
    expect([gas, coal].map((variety) => variety && finds(typed, variety))).toEqual([true, false]);
  });

  it('are made of two heads where a line has two', () => {
    expect(varieties(columns.heat, pack, 'zh', (key) => key)[0]?.options.map(({ line }) => line)).toEqual([
      { direction: 'in', source: 'fossil' }, { direction: 'in', source: 'nonFossil' }, { direction: 'out', source: 'fossil' }, { direction: 'out', source: 'nonFossil' },
    ]);
  });
});
