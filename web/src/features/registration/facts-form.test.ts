import { describe, expect, it } from 'vitest';
import type { ParkFacts } from '../../api/types';
import { factsToSend, factsToType, NotGeoJson, parseBoundary } from './facts-form';

const square = { type: 'Polygon', coordinates: [[[120, 33], [121, 33], [121, 34], [120, 33]]] };

describe('facts form', () => {
  it('sends numbers as numbers, leaves empty fields away and keeps the order of targets', () => {
    expect(factsToSend({ name: ' 园区 ', city: '', constructionStart: '2026', constructionEnd: null, targets: [{ year: 2027, core: ' 0.3 ' }, undefined, { year: '', core: '' }], boundary: ' ' }))
      .toEqual({ name: '园区', constructionStart: 2026, targets: [{ year: 2027, core: '0.3' }, {}, {}] });
  });

  it('comes back from a record without what only the service sets', () => {
    const typed = factsToType({ name: '园区', managementBodyId: 'x', baseYear: 2025, boundary: square, fourBounds: null } as unknown as ParkFacts);
    expect(typed).toEqual({ name: '园区', fourBounds: '', boundary: JSON.stringify(square) });
    expect(factsToSend(typed)).not.toHaveProperty('baseYear');
  });

  it('takes the geometry out of what map tools export and refuses what is no JSON', () => {
    expect(parseBoundary(JSON.stringify({ type: 'Feature', geometry: square }))).toEqual(square);
    expect(parseBoundary(JSON.stringify({ type: 'FeatureCollection', features: [{ geometry: square }] }))).toEqual(square);
    expect(() => parseBoundary('东至海堤')).toThrow(NotGeoJson);
  });
});
