import { describe, expect, it } from 'vitest';
import { fieldsOf, fromFields, usualOf } from './kinds';

describe('a decision', () => {
  it('asks for what its outcome needs besides reasons', () => {
    expect(fieldsOf('provincial-recommendation', 'recommend').map((each) => each.name)).toEqual(['batch']);
    expect(fieldsOf('provincial-recommendation', 'refuse')).toEqual([]);
    expect(fieldsOf('expert-score', 'done').map((each) => each.name)).toEqual(['score']);
  });

  it('sends a score as a number and leaves out what was not filled', () => {
    expect(fromFields({ score: '88', batch: ' ' })).toEqual({ score: 88 });
    expect(fromFields({})).toBeNull();
  });

  it('offers usual reasons where there are some', () => {
    expect(usualOf('application-completeness', 'return')).toContain('usual.return.1');
    expect(usualOf('acceptance-decision', 'refused')).toContain('usual.acceptNot.1');
    expect(usualOf('finding-closing', 'return')).toEqual([]);
  });
});
