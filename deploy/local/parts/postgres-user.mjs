// PostgreSQL refuses to run as root. Started as root it runs as `nobody`, and its files must lie where
// `nobody` may walk: a checkout below /root or a private temporary folder is not such a place.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inState } from './paths.mjs';
import { Problem } from './say.mjs';

const isRoot = process.getuid() === 0;
let user;

/** { uid, gid } to run the server as, or null when we are an ordinary user already. */
export function serverUser() {
  if (!isRoot) return null;
  if (process.platform !== 'linux') throw new Problem('Run this as an ordinary user: PostgreSQL does not run as root.');
  const id = flag => Number(execFileSync('id', [flag, 'nobody']).toString());
  return user ??= { uid: id('-u'), gid: id('-g') };
}

/** The command line that runs the program without root's rights. */
export function dropped(program, args) {
  const who = serverUser();
  return who ? ['setpriv', [`--reuid=${who.uid}`, `--regid=${who.gid}`, '--clear-groups', program, ...args]] : [program, args];
}

/** The folder of data and, when needed, of copied programs: the state folder, or one below /var/lib that `nobody` reaches. */
export function homeOf(state = inState()) {
  if (!isRoot || everyoneMayWalk(state)) return state;
  const home = join('/var/lib/pilotregistry', createHash('sha256').update(state).digest('hex').slice(0, 12));
  mkdirSync(home, { recursive: true });
  for (const folder of [dirname(home), home]) chmodSync(folder, 0o755);
  return home;
}

function everyoneMayWalk(path) {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
