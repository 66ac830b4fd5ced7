import type { YearDetail } from '../../api/types';
import { indicatorOf } from './park-data';

/** One year of the core indicator, t CO2/tce: what was promised, what was reported, what was verified. */
export type TrajectoryYear = { year: number; promised: string | null; reported: string | null; verified: string | null };

/** Every year with a promise or a value, in order; a year without a value stays without one. */
export function trajectory(targets: readonly { year: number; core: string }[], years: readonly YearDetail[]): TrajectoryYear[] {
  const all = [...new Set([...targets.map((target) => target.year), ...years.map((year) => year.year)])].sort((one, other) => one - other);
  return all.map((year) => {
    const known = years.find((candidate) => candidate.year === year);
    return {
      year,
      promised: targets.find((target) => target.year === year)?.core ?? null,
      reported: (known?.reported && indicatorOf(known.reported, 'core')?.value) ?? null,
      verified: (known?.verified && indicatorOf(known.verified, 'core')?.value) ?? null,
    };
  });
}
