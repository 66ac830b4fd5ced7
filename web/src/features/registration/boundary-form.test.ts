import { expect, test } from 'vitest';
import { Problem } from '../../api/problem';
import { atField } from '../../desk/Field';
import { changeToSend, readable, refusedFields } from './boundary-form';
import { NotGeoJson } from './facts-form';

const outline = { type: 'Polygon', coordinates: [[[120, 33], [121, 33], [121, 34], [120, 33]]] };
const t = (key: string) => key;

test('what is typed is sent trimmed, the year as a number, the outline as geometry', () => {
  expect(changeToSend({ fourBounds: ' 东至海 ', validFrom: '2027', boundary: JSON.stringify({ type: 'Feature', geometry: outline }), document: '', source: undefined, reasons: '同意' }))
    .toEqual({ fourBounds: '东至海', validFrom: 2027, boundary: outline, document: '', source: '', reasons: '同意' });
});

test('what cannot be read as an outline is not sent, and draws nothing', () => {
  expect(() => changeToSend({ boundary: 'here' })).toThrow(NotGeoJson);
  expect(readable('here')).toBeUndefined();
  expect(readable(undefined)).toBeUndefined();
});

test('a refusal about a field is said at the field, any other stays as it is', () => {
  expect(atField(new Problem(409, 'boundary-before-base-year', ''), refusedFields, t)).toMatchObject({ errors: [{ pointer: '/validFrom' }] });
  expect(atField(new Problem(409, 'boundary-unchanged', ''), refusedFields, t)).toMatchObject({ errors: [{ pointer: '/fourBounds' }] });
  const stale = new Problem(412, 'stale', '');
  expect(atField(stale, refusedFields, t)).toBe(stale);
});
