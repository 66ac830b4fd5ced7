import { describe, expect, it } from 'vitest';
import { explain, explainField, fieldId, pointerToPath, Problem, problemFrom, type Translate } from './problem';

const words: Record<string, string> = {
  'refusal.findings-open': '还有未关闭的核查发现。', 'problem.stale': 'stale', 'problem.forbidden': 'forbidden', 'problem.unexpected': 'unexpected', 'problem.fields': 'fields',
};
const t: Translate = (key, options) => words[key] ?? (options && 'defaultValue' in options ? String(options.defaultValue) : key);

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json' } });

describe('problems', () => {
  it('keeps pointer, code and message of every field', async () => {
    const problem = await problemFrom(answer(422, { code: 'invalid', detail: 'x', errors: [{ pointer: '/fuels/0/quantity', code: 'required', message: 'Required.' }] }));
    expect(problem.errors).toEqual([{ pointer: '/fuels/0/quantity', code: 'required', message: 'Required.' }]);
    expect(explainField({ pointer: '/x', message: '必填' }, t)).toBe('必填');
    expect(explainField({ pointer: '/x', message: '' }, t)).toBe('fields');
  });

  it('prefers our words for a code and falls back to the service’s', async () => {
    expect(explain(await problemFrom(answer(409, { code: 'findings-open', detail: 'Findings are open.' })), t)).toBe('还有未关闭的核查发现。');
    expect(explain(await problemFrom(answer(409, { code: 'new-rule', detail: 'A new rule.' })), t)).toBe('A new rule.');
  });

  it('says plainly what a stale record, a missing right and a broken answer mean', async () => {
    expect(explain(new Problem(412, undefined, ''), t)).toBe('stale');
    expect(explain(new Problem(403, undefined, ''), t)).toBe('forbidden');
    expect(explain(await problemFrom(new Response('<html>bad gateway', { status: 502 })), t)).toBe('unexpected');
    expect(explain(new TypeError('boom'), t)).toBe('unexpected');
  });

  it('turns pointers into names of fields and ids', () => {
    expect(pointerToPath('/targets/0/core')).toEqual(['targets', 0, 'core']);
    expect(pointerToPath('#/a~1b/c~0d')).toEqual(['a/b', 'c~d']);
    expect(fieldId('/fuels/0/quantity')).toBe('field-fuels-0-quantity');
  });
});
