import { ringsOf } from './outline';

/** What two boundaries have in common and what each has alone, km² on the ellipsoid. */
export type Overlay = { added: number; removed: number; kept: number };

/** A side that leads north; of the boundary before (0) or after (1). */
type Side = { west: number; south: number; east: number; north: number; of: 0 | 1 };

/** With more sides than this a page would stand still while it counts. */
const mostSides = 3000;

/** With more crossings than this, too: each of them is a strip, and a strip looks at all sides. */
const mostCrossings = 5000;

/** Nor may the strips cut the sides into more pieces than this: teeth of a comb all lie side by side in every strip. */
const mostPieces = 500_000;

/** A tenth of a millimetre, in degrees: nearer than that, lines touch and do not cross. */
const touching = 1e-9;

const radian = Math.PI / 180;
const axis = 6378.137;
const flattening = 1 / 298.257223563;
const e2 = flattening * (2 - flattening);
const points = [[0, 8 / 9], [-Math.sqrt(0.6), 5 / 9], [Math.sqrt(0.6), 5 / 9]] as const;

/**
 * Lays a boundary over another. All corners and crossings cut the plane into strips of equal latitude; inside a strip no lines cross,
 * so what lies between two neighbouring lines belongs to one of the boundaries, to both or to neither. Sides are straight in longitude
 * and latitude (RFC 7946), areas those of WGS 84, as the register counts them. Undefined for outlines that cross themselves, have too many sides, or would be cut into too many pieces.
 */
export function overlay(before: unknown, after: unknown): Overlay | undefined {
  const sides = [...sidesOf(before, 0), ...sidesOf(after, 1)].sort((one, other) => one.south - other.south);
  if (sides.length === 0 || sides.length > mostSides) return undefined;
  const crossings = crossingsOf(sides);
  if (!crossings) return undefined;
  const levels = [...new Set([...sides.flatMap(({ south, north }) => [south, north]), ...crossings])].sort((one, other) => one - other);
  const place = new Map(levels.map((level, index) => [level, index]));
  if (sides.reduce((so, { south, north }) => so + (place.get(north) ?? 0) - (place.get(south) ?? 0), 0) > mostPieces) return undefined;
  const found: Overlay = { added: 0, removed: 0, kept: 0 };
  levels.slice(1).forEach((north, index) => { addStrip(found, sides, levels[index] ?? north, north); });
  return found;
}

/** The area of one boundary, km². */
export const areaOf = (geometry: unknown): number | undefined => overlay(geometry, undefined)?.removed;

function addStrip(found: Overlay, sides: Side[], south: number, north: number) {
  const middle = (south + north) / 2;
  const across = sides.filter((side) => side.south <= south && side.north >= north).map((side) => ({ side, at: longitude(side, middle) })).sort((one, other) => one.at - other.at);
  const within = [false, false];
  across.forEach(({ side }, index) => {
    within[side.of] = !within[side.of];
    const next = across[index + 1]?.side;
    if (!next || (!within[0] && !within[1])) return;
    found[within[0] ? (within[1] ? 'kept' : 'removed') : 'added'] += between(side, next, south, north);
  });
}

/** km² between two lines inside a strip. */
function between(west: Side, east: Side, south: number, north: number): number {
  const half = (north - south) / 2;
  const at = (latitude: number) => {
    const sine = Math.sin(latitude * radian);
    return ((longitude(east, latitude) - longitude(west, latitude)) * radian * axis * axis * (1 - e2) * Math.cos(latitude * radian)) / (1 - e2 * sine * sine) ** 2;
  };
  return points.reduce((so, [point, weight]) => so + weight * at(south + half * (1 + point)), 0) * half * radian;
}

/** Latitudes at which sides of the two boundaries cross; undefined when a boundary crosses itself, or they cross too often. */
function crossingsOf(sides: Side[]): number[] | undefined {
  const found: number[] = [];
  for (const [index, one] of sides.entries()) {
    for (let next = index + 1; next < sides.length; next += 1) {
      const other = sides[next];
      if (!other || other.south >= one.north) break;
      const [low, high] = [other.south, Math.min(one.north, other.north)];
      const [apart, then] = [longitude(one, low) - longitude(other, low), longitude(one, high) - longitude(other, high)];
      if (Math.abs(apart) < touching || Math.abs(then) < touching || apart > 0 === then > 0) continue;
      if (one.of === other.of) return undefined;
      if (found.length === mostCrossings) return undefined;
      found.push(low + ((high - low) * apart) / (apart - then));
    }
  }
  return found;
}

function longitude({ west, south, east, north }: Side, latitude: number): number {
  if (latitude === south) return west;
  return latitude === north ? east : west + ((east - west) * (latitude - south)) / (north - south);
}

function sidesOf(geometry: unknown, of: 0 | 1): Side[] {
  return ringsOf(geometry).flatMap((ring) => ring.slice(1).flatMap((to, index): Side[] => {
    const from = ring[index] ?? to;
    const [low, high] = from[1] < to[1] ? [from, to] : [to, from];
    return low[1] === high[1] ? [] : [{ west: low[0], south: low[1], east: high[0], north: high[1], of }];
  }));
}
