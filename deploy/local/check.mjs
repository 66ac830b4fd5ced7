// What must hold before a change is looked at: versions, formatting, build without warnings, lint and types.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildDotnet } from './parts/build.mjs';
import { fetchPackages } from './parts/packages.mjs';
import { root } from './parts/paths.mjs';
import { exitCode, run } from './parts/run.mjs';
import { main, Problem, say } from './parts/say.mjs';

const web = join(root, 'web');
const steps = {
  'versions are the ones we ask for': exactVersions,
  'packages as locked': () => run('dotnet', ['restore', 'PilotRegistry.sln', '-v', 'quiet', '-p:RestoreLockedMode=true', '-nodeReuse:false'], { cwd: root }),
  'whitespace': () => format('whitespace', '--folder', '.'),
  'code style': () => format('style', 'PilotRegistry.sln', '--no-restore'),
  'build without warnings': () => buildDotnet(join(root, 'PilotRegistry.sln'), '--no-restore'),
  'scripts parse': scriptsParse,
  'licences are listed': () => run('node', ['tools/third-party.mjs', '--check'], { cwd: root }),
  'web: lint': () => npm('lint'),
  'web: API types are up to date': apiTypes,
  'web: types': () => npm('types')
};

await main(async () => {
  const failed = [];
  for (const [name, step] of Object.entries(steps)) {
    if (name.startsWith('web') && !existsSync(join(web, 'package.json'))) continue;
    say(`\n── ${name}`);
    try {
      await step();
    } catch (error) {
      say(error instanceof Problem ? error.message : error.stack);
      failed.push(name);
    }
  }
  console.log(failed.length === 0 ? '\nEverything is as it should be.' : `\nNot as it should be: ${failed.join('; ')}.`);
  return failed.length === 0 ? 0 : 1;
});

// With lock files NuGet never says that it took a neighbouring version (NU1603), so a copy is restored without them.
async function exactVersions() {
  const copy = mkdtempSync(join(tmpdir(), 'versions-'));
  try {
    const wanted = /(\.csproj|\.sln|Directory\.\w+\.props|global\.json|nuget\.config)$/i;
    for (const path of files(root, wanted)) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path));
    }
    await run('dotnet', ['restore', 'PilotRegistry.sln', '-v', 'quiet', '-nodeReuse:false', '-p:RestorePackagesWithLockFile=false', '-p:RestoreLockedMode=false',
      '-p:WarningsAsErrors=NU1603'], { cwd: copy });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function format(...args) {
  const command = ['format', ...args];
  const code = await exitCode('dotnet', [...command, '--verify-no-changes', '--exclude', 'web', '.local'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Problem(`This puts it right: dotnet ${command.join(' ')}`);
}

function files(folder, wanted, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap(entry => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return /^(\.git|\.local|bin|obj|node_modules|dist)$/.test(entry.name) ? [] : files(folder, wanted, path);
    return wanted.test(entry.name) ? [path] : [];
  });
}

async function scriptsParse() {
  await run('bash', ['-n', join(root, 'registry')]);
  for (const path of files(join(root, 'deploy/local'), /\.mjs$/)) await run('node', ['--check', join(root, 'deploy/local', path)]);
}

async function npm(script) {
  await fetchPackages(web);
  await run('npm', ['run', script, '--silent'], { cwd: web });
}

/** Generates the types anew and looks whether that changed a file. */
async function apiTypes() {
  const before = () => execFileSync('git', ['status', '--porcelain=v1', '-z', '--', 'web/src/api'], { cwd: root }).toString()
    + execFileSync('git', ['diff', '--', 'web/src/api'], { cwd: root }).toString();
  const seen = before();
  if (!existsSync(join(root, 'docs/openapi'))) return;
  await npm('api');
  if (before() !== seen) throw new Problem('web/src/api was out of date: it is written anew now, commit it.');
}
