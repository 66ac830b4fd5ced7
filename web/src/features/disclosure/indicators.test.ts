import { expect, it } from 'vitest';
import type { Result } from '../../api/types';
import { figureName, indicatorName, targetSign } from './indicators';

const t = (key: string) => key;
const added = { id: 'processShare', value: '0.3', unit: '1', target: '0.5', verdict: 'met', label: { zh: '过程排放占比', en: 'Process share' }, bound: 'atMost' } as Result['indicators'][number];
const water = { id: 'water', value: '0.8', unit: '1', target: '0.8', verdict: 'met' } as Result['indicators'][number];

it('an indicator that a refinement adds brings its own name', () => {
  expect(indicatorName(added, 'zh-CN', t as never)).toBe('过程排放占比');
  expect(indicatorName(added, 'en', t as never)).toBe('Process share');
  expect(indicatorName(water, 'en', t as never)).toBe('indicator.water');
  expect(figureName('processShare', { indicators: [added] } as unknown as Result, 'en', t as never)).toBe('Process share');
});

it('its target reads as it says itself', () => {
  expect(targetSign(added)).toBe('≤');
  expect(targetSign(water)).toBe('≥');
  expect(targetSign({ ...water, id: 'core' })).toBe('≤');
});
