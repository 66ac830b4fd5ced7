export type Position = readonly [longitude: number, latitude: number, ...height: number[]];
export type Ring = readonly Position[];

export type Outlines = { paths: string[]; height: number; metresAcross: number; scaleMetres: number };

/** Metres of one degree of latitude; good enough for a sketch of some kilometres. */
const degree = 111_320;

/** SVG paths, 100 wide together and on one scale, of GeoJSON Polygons or MultiPolygons (WGS 84); undefined where there is nothing to draw. */
export function outlines(...geometries: unknown[]): Outlines | undefined {
  const shapes = geometries.map(ringsOf);
  const points = shapes.flat(2);
  if (points.length < 3) return undefined;
  const ends = (along: (point: Position) => number) => points.reduce(([low, high], point) => [Math.min(low, along(point)), Math.max(high, along(point))] as const, [Infinity, -Infinity] as const);
  const [west, east] = ends(([x]) => x);
  const [south, north] = ends(([, y]) => y);
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = (east - west) * squeeze;
  if (!(across > 0) || !(north > south)) return undefined;
  const scale = 100 / across;
  const at = ([x, y]: Position) => `${((x - west) * squeeze * scale).toFixed(2)} ${((north - y) * scale).toFixed(2)}`;
  return {
    paths: shapes.map((rings) => rings.map((ring) => `M${ring.map(at).join('L')}Z`).join('')),
    height: (north - south) * scale,
    metresAcross: across * degree,
    scaleMetres: niceLength((across * degree) / 4),
  };
}

/** A length of the scale in words. */
export const length = (metres: number) => (metres >= 1000 ? `${String(metres / 1000)} km` : `${String(metres)} m`);

/** All rings of a geometry, holes too; none of anything that is no area. */
export function ringsOf(geometry: unknown): Ring[] {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry) || !('type' in geometry)) return [];
  const rings: unknown[] = geometry.type === 'Polygon' ? list(geometry.coordinates) : geometry.type === 'MultiPolygon' ? list(geometry.coordinates).flatMap(list) : [];
  return rings.every(isRing) ? rings : [];
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value as unknown[] : []);
const isRing = (value: unknown): value is Ring => Array.isArray(value) && value.length >= 4 && value.every((point: unknown) => Array.isArray(point) && Number.isFinite(point[0]) && Number.isFinite(point[1]));

/** The largest of 1, 2, 5 × 10ⁿ not above the length. */
function niceLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= metres) ?? power;
}
