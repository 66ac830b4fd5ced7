// The suites: one per .NET test project, the web's unit tests, this folder's, and what needs a running registry.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDotnet } from './build.mjs';
import { browser, client } from './end-to-end.mjs';
import { fromTrx, fromVitest } from './count.mjs';
import { nodeTests } from './node-tests.mjs';
import { fetchPackages } from './packages.mjs';
import { here, root } from './paths.mjs';
import { read, reports } from './reports.mjs';
import { exitCode } from './run.mjs';
import { testPostgres } from './test-postgres.mjs';

/** Each: { name, run(ready) → { passed, failed, skipped, exitCode }, project? }. */
export function suites() {
  const folders = readdirSync(join(root, 'tests')).filter(name => name !== 'EndToEnd').sort();
  return [
    { name: 'local', run: () => nodeTests('local', here) },
    ...folders.filter(name => name.endsWith('.Tests')).map(dotnet),
    ...(existsSync(join(root, 'web/package.json')) ? [{ name: 'web', run: web }] : []),
    ...folders.filter(name => existsSync(join(root, 'tests', name, 'package.json'))).map(client),
    ...(existsSync(join(root, 'tests/EndToEnd/package.json')) ? [{ name: 'browser', run: browser }] : [])
  ];
}

/** Builds what the chosen suites need and starts their database. */
export async function prepare(chosen) {
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const projects = chosen.filter(suite => suite.project);
  if (projects.length === 0) return {};
  const all = readdirSync(join(root, 'tests')).filter(name => name.endsWith('.Tests')).length === projects.length;
  for (const target of all ? [join(root, 'PilotRegistry.sln')] : projects.map(suite => suite.project)) await buildDotnet(target);
  return { env: { ...process.env, REGISTRY_TEST_DB: process.env.REGISTRY_TEST_DB || await testPostgres() } };
}

function dotnet(folder) {
  const project = join(root, 'tests', folder, `${folder}.csproj`);
  return {
    name: folder.replace('.Tests', ''),
    project,
    async run({ env }) {
      const report = join(reports, `${folder}.trx`);
      const code = await exitCode('dotnet', ['test', join(root, 'tests', folder, `bin/Release/net10.0/PilotRegistry.${folder}.dll`),
        '--logger', `trx;LogFileName=${report}`, '--logger', 'console;verbosity=minimal'], { cwd: root, env });
      return { ...read(report, fromTrx), exitCode: code };
    }
  };
}

async function web() {
  const folder = join(root, 'web');
  const report = join(reports, 'web.json');
  await fetchPackages(folder);
  const code = await exitCode('npm', ['test', '--silent', '--', '--reporter=default', '--reporter=json', `--outputFile=${report}`], { cwd: folder });
  return { ...read(report, fromVitest), exitCode: code };
}
