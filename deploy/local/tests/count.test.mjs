import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excuses, fromPlaywright, fromTap, fromTrx, fromVitest, judged, total, withoutExcuse } from '../parts/count.mjs';

test('a .trx file tells what passed, failed and was skipped', () => {
  const text = `<TestRun><Results>
    <UnitTestResult testName="A" outcome="Passed" duration="0"/>
    <UnitTestResult testName="says &quot;no&quot;" outcome="NotExecuted" />
    <UnitTestResult outcome="Failed" testName="C"><Output/></UnitTestResult>
    <UnitTestResult outcome="Timeout" testName="D"/></Results></TestRun>`;
  assert.deepEqual(fromTrx(text), { passed: 1, failed: 2, skipped: ['says "no"'] });
});

test('a vitest file that does not even load is a failure', () => {
  const text = JSON.stringify({ testResults: [
    { status: 'failed', assertionResults: [] },
    { status: 'passed', assertionResults: [{ status: 'passed', fullName: 'a' }, { status: 'todo', fullName: 'b' }] }] });
  assert.deepEqual(fromVitest(text), { passed: 1, failed: 1, skipped: ['b'] });
});

test('a flaky browser test is a failed one', () => {
  const spec = (title, status) => ({ title, tests: [{ status }] });
  const text = JSON.stringify({ suites: [{ title: 'demo', specs: [spec('a', 'expected'), spec('b', 'flaky')], suites: [{ title: 'in', specs: [spec('c', 'skipped')] }] }] });
  assert.deepEqual(fromPlaywright(text), { passed: 1, failed: 1, skipped: ['demo › in › c'] });
});

test('a browser run that could not load its files is a failure', () => {
  assert.equal(fromPlaywright(JSON.stringify({ suites: [], errors: [{ message: 'syntax' }] })).failed, 1);
});

test('node reports subtests indented', () => {
  const text = 'TAP version 13\nok 1 - a\n    ok 1 - in # SKIP\nnot ok 2 - later # TODO\n# tests 4\n# pass 1\n# fail 1\n# cancelled 1\n';
  assert.deepEqual(fromTap(text), { passed: 1, failed: 2, skipped: ['in', 'later'] });
});

test('a runner that finds nothing has failed, also when it says it is fine', () => {
  assert.equal(judged({ passed: 0, failed: 0, skipped: [] }, 0).failed, 1);
});

test('a runner that crashes after its tests passed has failed', () => {
  assert.equal(judged({ passed: 3, failed: 0, skipped: [] }, 134).failed, 1);
  assert.equal(judged({ passed: 3, failed: 0, skipped: [] }, 0).failed, 0);
});

test('a skip without an excuse is a failure', () => {
  const counts = withoutExcuse({ passed: 1, failed: 0, skipped: ['X.Known', 'New'] }, ['Known']);
  assert.deepEqual([counts.failed, counts.skipped, counts.unexcused], [1, ['X.Known'], ['New']]);
});

test('an excuse needs a reason', () => {
  assert.deepEqual(excuses('# why\nA: needs a card reader\n\n'), ['A']);
  assert.throws(() => excuses('A\n'), /no reason/);
});

test('the last line sums everything', () => {
  assert.equal(total([{ passed: 1, failed: 0, skipped: ['a'] }, { passed: 2, failed: 3, skipped: [] }]).line, '3 passed, 3 failed, 1 skipped');
});
