// Reads what each test runner reports: { passed, failed, skipped: [names] }.
const attribute = (text, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1];
const unescaped = text => text.replace(/&(lt|gt|quot|apos|amp|#x[0-9A-Fa-f]+);/g, (_, name) =>
  ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name] ?? String.fromCodePoint(parseInt(name.slice(2), 16)));

/** The .trx file of `dotnet test`. */
export function fromTrx(text) {
  const results = [...text.matchAll(/<UnitTestResult\b[^>]*>/g)].map(([tag]) => ({ name: unescaped(attribute(tag, 'testName') ?? ''), outcome: attribute(tag, 'outcome') }));
  return {
    passed: results.filter(test => test.outcome === 'Passed').length,
    skipped: results.filter(test => test.outcome === 'NotExecuted').map(test => test.name),
    failed: results.filter(test => !['Passed', 'NotExecuted'].includes(test.outcome)).length
  };
}

/** vitest --reporter=json */
export function fromVitest(text) {
  const { testResults } = JSON.parse(text);
  const tests = testResults.flatMap(file => file.assertionResults);
  const emptyFailures = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0).length;
  return {
    passed: tests.filter(test => test.status === 'passed').length,
    skipped: tests.filter(test => ['skipped', 'pending', 'todo', 'disabled'].includes(test.status)).map(test => test.fullName),
    failed: tests.filter(test => test.status === 'failed').length + emptyFailures
  };
}

/** playwright test --reporter=json; a flaky test failed at least once, and counts so. */
export function fromPlaywright(text) {
  const report = JSON.parse(text);
  const tests = suites(report.suites ?? []);
  return {
    passed: tests.filter(test => test.status === 'expected').length,
    skipped: tests.filter(test => test.status === 'skipped').map(test => test.name),
    failed: tests.filter(test => ['unexpected', 'flaky'].includes(test.status)).length + (tests.length === 0 ? (report.errors ?? []).length : 0)
  };
}

const suites = (all, path = []) => all.flatMap(suite => [
  ...(suite.specs ?? []).flatMap(spec => spec.tests.map(test => ({ name: [...path, suite.title, spec.title].filter(Boolean).join(' › '), status: test.status }))),
  ...suites(suite.suites ?? [], [...path, suite.title])
]);

/** node --test, whose report (TAP) names every test on a line; subtests are indented below their parent. */
export function fromTap(text) {
  const counted = name => Number(new RegExp(`^# ${name} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return {
    passed: counted('pass'),
    skipped: [...text.matchAll(/^\s*(?:not )?ok \d+ - (.*?) # (?:SKIP|TODO)/gm)].map(match => match[1]),
    failed: counted('fail') + counted('cancelled')
  };
}

/** A runner that broke, or found nothing to run, has failed once whatever it counted. */
export function judged(counts, exitCode) {
  const ran = counts.passed + counts.failed + counts.skipped.length;
  const broken = counts.failed === 0 && (exitCode !== 0 || ran === 0);
  return broken ? { ...counts, failed: 1, broken: ran === 0 ? 'no test ran' : `the runner ended with ${exitCode}` } : counts;
}

/** In CI a skipped test is a failure unless tests/skips.txt names it with a reason. */
export function withoutExcuse(counts, excused) {
  const unexcused = counts.skipped.filter(name => !excused.some(known => name === known || name.endsWith(known)));
  return { ...counts, skipped: counts.skipped.filter(name => !unexcused.includes(name)), failed: counts.failed + unexcused.length, unexcused };
}

export function total(all) {
  const sum = all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: [...a.skipped, ...b.skipped] }), { passed: 0, failed: 0, skipped: [] });
  return { ...sum, line: `${sum.passed} passed, ${sum.failed} failed, ${sum.skipped.length} skipped` };
}

/** tests/skips.txt: `name of the test: why it may be skipped`, # starts a comment. */
export function excuses(text) {
  return text.split('\n').filter(line => line.trim() && !line.startsWith('#')).map(line => {
    const at = line.lastIndexOf(': ');
    if (at < 1 || !line.slice(at + 2).trim()) throw new Error(`tests/skips.txt: "${line}" gives no reason.`);
    return line.slice(0, at).trim();
  });
}
