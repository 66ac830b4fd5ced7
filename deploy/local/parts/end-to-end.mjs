// Tests that need the whole registry: they run against a fresh one of their own, beside whatever else is running.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser, howToInstall } from './chromium.mjs';
import { fromPlaywright } from './count.mjs';
import { nodeTests } from './node-tests.mjs';
import { fetchPackages } from './packages.mjs';
import { here, root, state } from './paths.mjs';
import { freePort } from './ports.mjs';
import { databaseOffset, programs } from './programs.mjs';
import { read, reports } from './reports.mjs';
import { capture, exitCode, run } from './run.mjs';
import { say } from './say.mjs';

const folder = join(root, 'tests/EndToEnd');
const own = join(state, 'end-to-end');

/** Node tests of a folder with its own packages, such as certified client libraries against our issuer. */
export const client = name => ({
  name: name.toLowerCase(),
  async run() {
    await fetchPackages(join(root, 'tests', name));
    return withRegistry(env => nodeTests(name, join(root, 'tests', name), env));
  }
});

export async function browser() {
  await fetchPackages(folder);
  const chromium = await findBrowser();
  if (!chromium) return { passed: 0, failed: 0, skipped: await listed(), exitCode: 0 };
  return withRegistry(async env => {
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

async function withRegistry(work) {
  const port = await freePort([...programs.keys(), databaseOffset]);
  const { REGISTRY_DB, REGISTRY_URL, ...rest } = process.env;
  const env = { ...rest, REGISTRY_STATE: own, REGISTRY_PORT: String(port) };
  const command = name => [join(here, `${name}.mjs`), ...(name === 'up' ? ['--detach'] : [])];
  await run('node', command('down'), { env });
  forget();
  await run('node', command('up'), { env });
  try {
    return await work({ ...env, BASE_URL: `http://localhost:${port}`, ACCOUNTS: join(own, 'demo-accounts.json') });
  } finally {
    await run('node', command('down'), { env, always: true });
  }
}

// Everything but the built programs, which the next run can use again.
function forget() {
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(own)) if (name !== 'programs') rmSync(join(own, name), { recursive: true, force: true });
}
