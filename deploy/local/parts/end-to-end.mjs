// Tests that need the whole registry: they run against a fresh one of their own, beside whatever else is running.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, howToInstall } from './chromium.mjs';
import { fromPlaywright } from './count.mjs';
import { nodeTests } from './node-tests.mjs';
import { fetchPackages } from './packages.mjs';
import { withRegistry } from './own-registry.mjs';
import { root } from './paths.mjs';
import { read, reports } from './reports.mjs';
import { capture, exitCode } from './run.mjs';
import { say } from './say.mjs';

const folder = join(root, 'tests/EndToEnd');

/** Node tests of a folder, with its own packages if it has any, such as certified client libraries against our issuer. */
export const client = name => ({
  name: name.toLowerCase(),
  async run() {
    if (existsSync(join(root, 'tests', name, 'package-lock.json'))) await fetchPackages(join(root, 'tests', name));
    return withRegistry('end-to-end', env => nodeTests(name, join(root, 'tests', name), env));
  }
});

export async function browser() {
  await fetchPackages(folder);
  const chromium = await findBrowser();
  if (!chromium) return { passed: 0, failed: 0, skipped: await listed(), exitCode: 0 };
  return withRegistry('end-to-end', async env => {
    const report = join(reports, 'browser.json');
    const code = await exitCode('npm', ['test', '--silent', '--', '--reporter=list,json'], {
      cwd: folder, env: { ...env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report }
    });
    return { ...read(report, fromPlaywright), exitCode: code };
  });
}

async function listed() {
  say(`There is no Chromium here, so the browser tests are skipped. To run them: ${howToInstall}`);
  const { text } = await capture('npx', ['playwright', 'test', '--list', '--reporter=json'], { cwd: folder });
  const tests = fromPlaywright(text);
  return tests.skipped.length + tests.passed > 0 ? Array.from({ length: tests.skipped.length + tests.passed }, (_, i) => `browser test ${i + 1}`) : ['browser tests'];
}
