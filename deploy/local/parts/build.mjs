// Builds the programs and the web pages when their sources changed, and copies them to where `up` runs them.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { alone } from './lock.mjs';
import { fetchPackages } from './packages.mjs';
import { fingerprint } from './fingerprint.mjs';
import { here, root } from './paths.mjs';
import { built, installed, programs } from './programs.mjs';
import { capture, run } from './run.mjs';
import { say } from './say.mjs';

const common = ['Directory.Build.props', 'Directory.Packages.props', 'global.json', '.editorconfig'];
const sources = {
  programs: [...common, 'services', 'gateway', 'methodology', 'workflows', 'tools', 'web/src/i18n', 'web/src/lib/provinces.json'],
  cli: [...common, 'services/Shared', 'methodology', 'tools'],
  web: ['web', 'methodology/packs']
};

export async function buildEverything() {
  await once('programs', installed('programs.built'), await sdk(), async () => {
    say('Building the services');
    await buildDotnet(join(here, 'programs.slnf'));
    for (const name of [...programs, 'cli']) replace(built(name), installed(name));
  });
  await once('web', installed('web.built'), process.version, async () => {
    await buildWeb();
    replace(join(root, 'web/dist'), installed('web'));
  });
}

/** The command line tool alone, for what needs no server; answers its folder. */
export async function buildCli() {
  const folder = built('cli');
  await once('cli', join(folder, '.built'), '', () => buildDotnet(join(root, 'tools/Cli/Cli.csproj')));
  return folder;
}

export async function buildWeb() {
  await fetchPackages(join(root, 'web'));
  say('Building the web pages');
  await run('npm', ['run', 'build', '--silent'], { cwd: join(root, 'web') });
}

export const buildDotnet = (target, ...options) =>
  run('dotnet', ['build', target, '-c', 'Release', '-v', 'minimal', '-nodeReuse:false', ...options], { cwd: root });

/** Whether what runs was built from other sources than those that lie here now. */
export const isOutdated = async () => !isCurrent('programs', installed('programs.built'), await sdk()) || !isCurrent('web', installed('web.built'), process.version);

const sdk = async () => (await capture('dotnet', ['--version'], { cwd: root })).text.trim();
const isCurrent = (what, stamp, also) => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root, sources[what], also);

async function once(what, stamp, also, work) {
  if (isCurrent(what, stamp, also)) return;
  await alone('build', async () => {
    const before = fingerprint(root, sources[what], also);
    rmSync(stamp, { force: true });
    await work();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, before);
  });
}

function replace(source, target) {
  rmSync(target, { recursive: true, force: true });
  cpSync(source, target, { recursive: true });
}
