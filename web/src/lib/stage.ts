/** Stages of a park's life as the public contract names them. */
export const stages = ['applied', 'recommended', 'listed', 'selfEvaluation', 'acceptance', 'accepted', 'suspended', 'withdrawn', 'rejected'] as const;
export type Stage = (typeof stages)[number];

export const isStage = (text: string): text is Stage => (stages as readonly string[]).includes(text);

/** What the stepper shows: before listing the road to the list, from listing on the road to acceptance. */
const toTheList = ['applied', 'recommended', 'listed'] as const;
const toAcceptance = ['listed', 'construction', 'selfEvaluation', 'acceptance', 'accepted'] as const;

export type StepName = (typeof toTheList)[number] | (typeof toAcceptance)[number];
export type StepState = 'done' | 'current' | 'ahead';
export type Step = { name: StepName; state: StepState };

/**
 * A listed park has the list behind it and builds: `listed` as a stage means construction is under way.
 * A park that was stopped (suspended, withdrawn, rejected) has no current step; the page says the stop in words.
 */
export function steps(stage: Stage): Step[] {
  if (stage === 'applied' || stage === 'recommended' || stage === 'rejected')
    return walk(toTheList, stage === 'rejected' ? undefined : stage, stage === 'rejected' ? 1 : 0);
  if (stage === 'suspended' || stage === 'withdrawn') return walk(toAcceptance, undefined, 1);
  if (stage === 'accepted') return toAcceptance.map((name) => ({ name, state: 'done' }));
  return walk(toAcceptance, stage === 'listed' ? 'construction' : stage, 0);
}

function walk(names: readonly StepName[], current: StepName | undefined, doneWithoutCurrent: number): Step[] {
  const at = current ? names.indexOf(current) : doneWithoutCurrent;
  return names.map((name, index) => ({
    name,
    state: index < at ? 'done' : index === at && current ? 'current' : 'ahead',
  }));
}

export const isStopped = (stage: Stage) => stage === 'suspended' || stage === 'withdrawn' || stage === 'rejected';
