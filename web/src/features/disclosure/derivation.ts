import type { Result, Step } from '../../api/types';

/** A figure of a Result that a reader can open. */
export type FigureName =
  | keyof Result['emissions'] | 'core' | 'energy' | 'cleanEnergy' | 'directSupplyShare'
  | 'unitProducts' | 'solidWaste' | 'wasteEnergy' | 'water';

/** A step with the steps it is made of. */
export type Branch = Step & { children: Branch[] };

export const emissionTerms = ['fuel', 'conversion', 'electricity', 'heat', 'process'] as const;

/** The steps behind a figure, as trees: whole branches of the record, in its order. */
export function branchesOf(result: Result, figure: FigureName): Branch[] {
  return grow(result.derivation.filter((step) => belongs(step, figure)));
}

function belongs({ term, unit }: Step, figure: FigureName): boolean {
  const emission = unit === 't' && (term === 'total' || (emissionTerms as readonly string[]).includes(term));
  if (figure === 'total') return emission;
  if (figure === 'core') return term === 'core' || emission || term === 'energy';
  if (figure === 'cleanEnergy') return term === 'cleanEnergy' || term === 'energy';
  if ((emissionTerms as readonly string[]).includes(figure)) return emission && term === figure;
  return term === figure;
}

/** A step whose parent is not among the chosen ones stands at the top. */
export function grow(steps: readonly Step[]): Branch[] {
  const branches = new Map<string, Branch>(steps.map((step) => [step.id, { ...step, children: [] }]));
  const tops: Branch[] = [];
  for (const branch of branches.values()) {
    const parent = branch.parent ? branches.get(branch.parent) : undefined;
    if (parent) parent.children.push(branch);
    else tops.push(branch);
  }
  return tops;
}
