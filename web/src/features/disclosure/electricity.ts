import type { Result } from '../../api/types';
import { sum } from '../../lib/decimal';

/** Electricity of one kind, MWh, as its label in the derivation says: in by source, out by source. */
export type Kind = { label: { zh: string; en: string }; mwh: string };

/** The kinds in the record's order; lines of the same kind are added. */
export function electricityKinds(result: Result): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { term, label, inputs } of result.derivation) {
    const mwh = (inputs as Record<string, string> | undefined)?.mwh;
    if (term !== 'electricity' || mwh === undefined) continue;
    const known = kinds.get(label.en);
    kinds.set(label.en, { label, mwh: known ? sum([known.mwh, mwh]) : mwh });
  }
  return [...kinds.values()];
}
