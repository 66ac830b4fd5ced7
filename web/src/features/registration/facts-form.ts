import type { Facts, ParkFacts } from '../../api/types';

/** The facts form as it is typed: everything text, the boundary as pasted GeoJSON. */
export type FactsTyped = Omit<Partial<Facts>, 'boundary' | 'targets' | 'constructionStart' | 'constructionEnd'> & {
  constructionStart?: number | string | null; constructionEnd?: number | string | null;
  targets?: ({ year?: number | string | null; core?: string } | undefined)[]; boundary?: string;
};

export class NotGeoJson extends Error {}

/** What is typed as the service takes it. Empty fields stay away, so that the service says what is missing, at the field. */
export function factsToSend(typed: FactsTyped): Facts {
  const { boundary, targets, constructionStart, constructionEnd, ...rest } = typed;
  const sent = {
    ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]).filter(([, value]) => value !== '' && value !== undefined)),
    ...year('constructionStart', constructionStart),
    ...year('constructionEnd', constructionEnd),
    targets: (targets ?? []).map((target) => ({ ...year('year', target?.year), ...(target?.core?.trim() && { core: target.core.trim() }) })),
    ...(boundary?.trim() && { boundary: parseBoundary(boundary) }),
  };
  return sent as Facts;
}

/** A record's facts as the form shows them. */
export function factsToType({ managementBodyId: _body, baseYear: _base, boundary, ...facts }: ParkFacts): FactsTyped {
  return { ...facts, fourBounds: facts.fourBounds ?? '', boundary: boundary ? JSON.stringify(boundary) : '' };
}

const year = (name: string, value: number | string | null | undefined) => (value === '' || value === null || value === undefined ? {} : { [name]: Number(value) });

export function parseBoundary(text: string): unknown {
  try {
    const parsed = JSON.parse(text) as { type?: unknown; geometry?: unknown; features?: { geometry: unknown }[] };
    // Map tools export a Feature or a collection of one; the register keeps the geometry.
    if (parsed.type === 'Feature') return parsed.geometry;
    if (parsed.type === 'FeatureCollection' && parsed.features?.length === 1) return parsed.features[0]?.geometry;
    return parsed;
  } catch {
    throw new NotGeoJson();
  }
}
