import { expect, test } from 'vitest';
import { clauses } from './clauses';

const changed = (words: string, other: string) => clauses(words, other).filter(({ kept }) => !kept).map(({ text }) => text);

test('the bounds that changed are told on both sides, the others stay', () => {
  const [before, after] = ['东至海堤，南至港区路，西至通榆河，北至纬一路', '东至海堤，南至港区路，西至串场河，北至纬二路'];
  expect(changed(before, after)).toEqual(['西至通榆河', '北至纬一路']);
  expect(changed(after, before)).toEqual(['西至串场河', '北至纬二路']);
  expect(clauses(before, after).map(({ text }) => text).join('')).toBe(before);
});

test('other blanks and commas are no change, and beside nothing everything is new', () => {
  expect(changed('东至海堤, 西至通榆河', '东至海堤，西至通榆河')).toEqual([]);
  expect(changed('东至海堤', '')).toEqual(['东至海堤']);
});
