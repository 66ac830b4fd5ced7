import { describe, expect, it } from 'vitest';
import { steps, type Stage } from './stage';

const state = (stage: Stage) => steps(stage).map((step) => `${step.name}:${step.state}`);

describe('stage stepper', () => {
  it('shows the road to the list before listing', () => {
    expect(state('applied')).toEqual(['applied:current', 'recommended:ahead', 'listed:ahead']);
    expect(state('recommended')).toEqual(['applied:done', 'recommended:current', 'listed:ahead']);
  });

  it('says that a listed park is building', () => {
    expect(state('listed').slice(0, 3)).toEqual(['listed:done', 'construction:current', 'selfEvaluation:ahead']);
  });

  it('walks through self-evaluation and acceptance', () => {
    expect(state('acceptance')).toEqual(['listed:done', 'construction:done', 'selfEvaluation:done', 'acceptance:current', 'accepted:ahead']);
    expect(steps('accepted').every((step) => step.state === 'done')).toBe(true);
  });

  it('has no current step where a park was stopped', () => {
    for (const stage of ['suspended', 'withdrawn', 'rejected'] as const) expect(steps(stage).some((step) => step.state === 'current')).toBe(false);
  });
});
