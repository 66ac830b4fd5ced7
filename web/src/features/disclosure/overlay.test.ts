import { expect, test } from 'vitest';
import { areaOf, overlay } from './overlay';

const box = (west: number, south: number, east: number, north: number) => [[west, south], [east, south], [east, north], [west, north], [west, south]];
const polygon = (...rings: number[][][]) => ({ type: 'Polygon', coordinates: rings });
const km2 = (value: number | undefined) => Number(value?.toFixed(4));

test('an area is the one that the register counts: the ellipsoid, holes left out, parts added', () => {
  expect(km2(areaOf(polygon(box(120.58, 33.36, 120.64, 33.40))))).toBe(24.7688);
  expect(km2(areaOf(polygon(box(120, 33, 121, 34), box(120.2, 33.2, 120.4, 33.4))))).toBe(9893.0364);
  expect(km2(areaOf({ type: 'MultiPolygon', coordinates: [[box(120.58, 33.36, 120.64, 33.40)], [box(0, 0, 1, 1)]] }))).toBe(12333.2327);
});

test('what was added, left out and kept adds up to both areas', () => {
  const before = polygon([[120.58, 33.36], [120.64, 33.36], [120.66, 33.41], [120.58, 33.40], [120.58, 33.36]]);
  const after = polygon([[120.60, 33.35], [120.67, 33.37], [120.63, 33.42], [120.60, 33.35]], [[120.62, 33.37], [120.63, 33.37], [120.63, 33.38], [120.62, 33.37]]);
  const found = overlay(before, after);
  expect(km2((found?.kept ?? 0) + (found?.removed ?? 0))).toBeCloseTo(km2(areaOf(before)), 3);
  expect(km2((found?.kept ?? 0) + (found?.added ?? 0))).toBeCloseTo(km2(areaOf(after)), 3);
  expect(found?.added).toBeGreaterThan(1);
  expect(found?.removed).toBeGreaterThan(1);
});

test('a strip at one side is added and nothing else happens', () => {
  const found = overlay(polygon(box(120.58, 33.36, 120.64, 33.40)), polygon(box(120.58, 33.36, 120.65, 33.40)));
  expect([found?.added, found?.removed, found?.kept].map(km2)).toEqual([km2(24.768844265 / 6), 0, 24.7688]);
});

test('a boundary that moved away altogether has nothing in common with the old one', () => {
  const found = overlay(polygon(box(120, 33, 120.1, 33.1)), polygon(box(121, 34, 121.1, 34.1)));
  expect(found?.kept).toBe(0);
  expect(found?.added).toBeGreaterThan(100);
});

test('the same outline begun at another corner and drawn the other way round is no change', () => {
  const one = box(120.58, 33.36, 120.64, 33.40);
  const other = [...one.slice(2, 4), ...one.slice(0, 2), one[2] ?? []].reverse();
  expect(Object.values(overlay(polygon(one), polygon(other)) ?? {}).map(km2)).toEqual([0, 0, 24.7688]);
});

test('lines that cross themselves and outlines of too many lines are not counted, and neither is what is no area', () => {
  expect(areaOf(polygon([[120, 33], [121, 34], [121, 33], [120, 34], [120, 33]]))).toBeUndefined();
  const round = Array.from({ length: 4001 }, (_, step) => [120 + Math.cos((step % 4000) * Math.PI / 2000) / 10, 33 + Math.sin((step % 4000) * Math.PI / 2000) / 10]);
  expect(areaOf(polygon(round))).toBeUndefined();
  expect(areaOf({ type: 'Point', coordinates: [120, 33] })).toBeUndefined();
  expect(areaOf({ type: 'Polygon', coordinates: [[1, 2], 'x'] })).toBeUndefined();
});

test('the most lines that are counted take no longer than a page may', () => {
  const round = (by: number) => polygon(Array.from({ length: 1401 }, (_, step) => [120 + by + Math.cos((step % 1400) * Math.PI / 700) / 10, 33 + Math.sin((step % 1400) * Math.PI / 700) / 10]));
  const found = overlay(round(0), round(0.01));
  expect(km2((found?.kept ?? 0) + (found?.removed ?? 0))).toBeCloseTo(km2(areaOf(round(0))), 3);
});

/** A comb of this many teeth, which point north; lain down, they point east. No two corners are on one latitude. */
const comb = (teeth: number, lain: boolean, by = 0) => {
  const outline = Array.from({ length: 2 * teeth + 1 }, (_, step) => [step / (2 * teeth), step % 2 === 0 ? 0.05 + step * 1e-6 : 0.9 + step * 1e-6]);
  const ring = [[0, 0], ...outline, [1, 0.001], [0, 0]].map(([x = 0, y = 0]) => (lain ? [120 + y / 10, 33 + x / 10] : [120 + (x + by) / 10, 33 + (y + by) / 10]));
  return polygon(ring);
};

test('outlines that cross each other too often are not split, and the page goes on', () => {
  const [standing, lain] = [comb(740, false), comb(740, true)];
  expect(JSON.stringify(standing).length).toBeLessThan(200_000);
  expect(overlay(standing, lain)).toBeUndefined();
  expect(overlay(standing, comb(740, false, 0.02))).toBeUndefined();
});

test('combs that cross a few thousand times are still split', () => {
  const [standing, lain] = [comb(30, false), comb(30, true)];
  const found = overlay(standing, lain);
  expect(km2((found?.kept ?? 0) + (found?.removed ?? 0))).toBeCloseTo(km2(areaOf(standing)), 3);
  expect(km2((found?.kept ?? 0) + (found?.added ?? 0))).toBeCloseTo(km2(areaOf(lain)), 3);
});
