import { expect, it } from 'vitest';
import type { Result } from '../../api/types';
import { electricityKinds } from './electricity';

it('adds electricity of one kind and leaves every other step out', () => {
  const step = (term: string, en: string, inputs: object) => ({ term, label: { zh: en, en }, inputs });
  const result = { derivation: [
    step('electricity', 'Net', {}), step('electricity', 'In: grid', { mwh: '1.5' }), step('electricity', 'In: own', { mwh: '2' }),
    step('electricity', 'In: grid', { mwh: '0.25' }), step('energy', 'In: grid', { mwh: '9' }),
  ] } as unknown as Result;
  expect(electricityKinds(result).map(({ label, mwh }) => [label.en, mwh])).toEqual([['In: grid', '1.75'], ['In: own', '2']]);
});
