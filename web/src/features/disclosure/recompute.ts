import type { Step } from '../../api/types';
import { evaluate, fraction, rounded, type Fraction } from './fraction';

/** Decimals to which the register rounds each step. */
const decimals = 12;

/** Steps that give the recorded value, steps that do not, and steps whose formula is not told in full. */
export type Recomputed = { right: Step[]; wrong: Step[]; open: Step[] };

/** Computes every step anew from its own inputs and factor, a sum from the steps below it. */
export function recompute(steps: readonly Step[]): Recomputed {
  const found: Recomputed = { right: [], wrong: [], open: [] };
  for (const step of steps) {
    const value = step.formula === 'Σ' ? sumOf(steps.filter((other) => other.parent === step.id)) : valueOf(step);
    if (!value) found.open.push(step);
    else if (rounded(value, decimals) === rounded(fraction(step.value), decimals)) found.right.push(step);
    else found.wrong.push(step);
  }
  return found;
}

function valueOf(step: Step): Fraction | null {
  // The document says of inputs only that they are there: an object of decimal strings.
  const inputs = (step.inputs ?? {}) as Record<string, string>;
  return step.formula ? evaluate(step.formula, { ...inputs, ...(step.factor && { factor: step.factor.value }) }) : null;
}

const sumOf = (steps: readonly Step[]): Fraction => steps.map((step) => fraction(step.value))
  .reduce((so, { top, bottom }) => ({ top: so.top * bottom + top * so.bottom, bottom: so.bottom * bottom }), { top: 0n, bottom: 1n });
