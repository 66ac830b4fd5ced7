// Node's own test runner, one file at a time: files may share an installation.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fromTap } from './count.mjs';
import { read, reports } from './reports.mjs';
import { exitCode } from './run.mjs';

export async function nodeTests(name, folder, env = process.env) {
  const report = join(reports, `${name}.tap`);
  const code = await exitCode('node', ['--test', '--test-concurrency=1', '--test-reporter=spec', '--test-reporter-destination=stdout',
    '--test-reporter=tap', `--test-reporter-destination=${report}`, ...testFiles(folder)], { cwd: folder, env });
  return { ...read(report, fromTap), exitCode: code };
}

// Named one by one: left to itself, node would also run our test.mjs.
const testFiles = folder => readdirSync(folder, { recursive: true })
  .filter(name => /\.test\.m?js$/.test(name) && !name.includes('node_modules')).sort();
