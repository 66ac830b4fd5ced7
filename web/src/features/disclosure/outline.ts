type Position = readonly [longitude: number, latitude: number];
type Ring = readonly Position[];

export type Outline = { path: string; height: number; metresAcross: number; scaleMetres: number };

/** Metres of one degree of latitude; good enough for a sketch of some kilometres. */
const degree = 111_320;

/** An SVG path, 100 wide, of a GeoJSON Polygon or MultiPolygon (WGS 84); undefined for anything else. */
export function outline(geometry: unknown): Outline | undefined {
  const rings = ringsOf(geometry);
  const points = rings.flat();
  if (points.length < 3) return undefined;
  const west = Math.min(...points.map(([x]) => x));
  const east = Math.max(...points.map(([x]) => x));
  const south = Math.min(...points.map(([, y]) => y));
  const north = Math.max(...points.map(([, y]) => y));
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const across = (east - west) * squeeze;
  if (!(across > 0) || !(north > south)) return undefined;
  const scale = 100 / across;
  const at = ([x, y]: Position) => `${((x - west) * squeeze * scale).toFixed(2)} ${((north - y) * scale).toFixed(2)}`;
  return {
    path: rings.map((ring) => `M${ring.map(at).join('L')}Z`).join(''),
    height: (north - south) * scale,
    metresAcross: across * degree,
    scaleMetres: niceLength((across * degree) / 4),
  };
}

function ringsOf(geometry: unknown): Ring[] {
  if (typeof geometry !== 'object' || geometry === null || !('coordinates' in geometry) || !('type' in geometry)) return [];
  if (geometry.type === 'Polygon') return geometry.coordinates as Ring[];
  if (geometry.type === 'MultiPolygon') return (geometry.coordinates as Ring[][]).flat();
  return [];
}

/** The largest of 1, 2, 5 × 10ⁿ not above the length. */
function niceLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  return [5, 2, 1].map((step) => step * power).find((length) => length <= metres) ?? power;
}
