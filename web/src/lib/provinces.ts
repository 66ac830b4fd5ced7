import rows from './provinces.json';

/**
 * Provinces by administrative code (GB/T 2260; 660000 is the registry's own key for the Corps, which has none).
 * The names stand in `provinces.json`, which the pages that need no script read as well. `map` is the region's name in the map file; the Corps lies inside Xinjiang's shape.
 */
export type Province = { adcode: string; zh: string; en: string; map: string };

export const provinces: Province[] = rows;

const byCode = new Map(provinces.map((province) => [province.adcode, province]));

/** The province's name in the reader's language; an unknown code stays readable as the record gives it. */
export function provinceName(adcode: string, language: string, recorded = adcode): string {
  const province = byCode.get(adcode);
  if (!province) return recorded;
  return language.startsWith('zh') ? province.zh : province.en;
}

export const mapRegion = (adcode: string) => byCode.get(adcode)?.map;

/** The province to filter by when a region of the map is chosen (Xinjiang for its shape, not the Corps). */
export const provinceOfRegion = (region: string) => provinces.find((province) => province.map === region)?.adcode;
