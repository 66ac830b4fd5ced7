import { describe, expect, it } from 'vitest';
import type { Result, Step } from '../../api/types';
import { branchesOf, grow } from './derivation';

const step = (id: string, parent: string | null, term: string, unit = 't'): Step =>
  ({ id, parent, term, unit, label: { zh: id, en: id }, formula: '', inputs: {}, factor: null, value: '1' });

const result = { derivation: [step('fuel', null, 'fuel'), step('ng', 'fuel', 'fuel'), step('grid', null, 'electricity'), step('tce', null, 'energy', 'tce')] } as unknown as Result;

describe('derivation', () => {
  it('grows a tree from parents', () => {
    expect(grow(result.derivation).map((branch) => [branch.id, branch.children.map((child) => child.id)])).toEqual([['fuel', ['ng']], ['grid', []], ['tce', []]]);
  });

  it('opens a term with its own steps, and the core indicator with emissions and energy', () => {
    expect(branchesOf(result, 'fuel').map((branch) => branch.id)).toEqual(['fuel']);
    expect(branchesOf(result, 'total').map((branch) => branch.id)).toEqual(['fuel', 'grid']);
    expect(branchesOf(result, 'core').map((branch) => branch.id)).toEqual(['fuel', 'grid', 'tce']);
  });

  it('lifts a step whose parent is not shown', () => {
    expect(grow([step('ng', 'fuel', 'fuel')]).map((branch) => branch.id)).toEqual(['ng']);
  });
});
