// PostgreSQL from an npm package, as a process of this installation: 127.0.0.1 only, random password.
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaries } from './postgres-binaries.mjs';
import { dropped, homeOf, serverUser } from './postgres-user.mjs';
import { alive, nameOf, wait, workingIn } from './processes.mjs';
import { capture, exitCode } from './run.mjs';
import { Problem, say } from './say.mjs';
import { inState, logs } from './paths.mjs';

// One machine with everything on it: the registry's own processes need the memory more than the cache does.
const settings = {
  listen_addresses: "'127.0.0.1'",
  unix_socket_directories: "''",
  password_encryption: "'scram-sha-256'",
  max_connections: 200,
  shared_buffers: "'64MB'",
  effective_cache_size: "'512MB'",
  max_wal_size: "'512MB'",
  wal_compression: 'on',
  jit: 'off',
  timezone: "'UTC'",
  log_timezone: "'UTC'",
  log_line_prefix: "'%m [%p] %q%u@%d '"
};

/** name = the folder of the data (`postgres`, `test-postgres`); answers { port, password } of the running server. */
export async function startPostgres(name, port, extra = {}) {
  const bin = await binaries();
  const data = dataOf(name);
  const password = readPassword(name) ?? await create(bin, name, data);
  writeFileSync(join(data, 'postgresql.conf'), Object.entries({ ...settings, ...extra }).map(([key, value]) => `${key} = ${value}\n`).join(''));
  mkdirSync(logs, { recursive: true });
  for (let attempt = 1; ; attempt++) {
    await clearDeadPostmaster(data);
    const code = await control(bin, data, `${name}.log`, ['start', '-w', '-t', '60', '-s', '-o', `-p ${port}`]);
    if (code === 0) return { port, password, data };
    if (attempt === 8) throw new Problem(`PostgreSQL does not start. Its last words, in ${join(logs, `${name}.log`)}:\n${tail(name)}`);
    await wait(1000);
  }
}

export async function stopPostgres(name) {
  const data = dataOf(name);
  const server = postmaster(data);
  if (!server) return false;
  const bin = await binaries();
  const code = await control(bin, data, `${name}.log`, ['stop', '-w', '-s', '-t', '20', '-m', 'fast']);
  if (code !== 0 && alive(server.pid)) process.kill(server.pid, 'SIGQUIT');
  for (let i = 0; i < 50 && alive(server.pid); i++) await wait(100);
  if (alive(server.pid)) process.kill(server.pid, 'SIGKILL');
  return true;
}

/** Pid and port of the server that runs on this data, or null. */
export function postmaster(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    const server = { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
    return alive(pid) && nameOf(pid).includes('postgres') ? server : null;
  } catch {
    return null;
  }
}

export function runningPostgres(name) {
  const server = postmaster(dataOf(name));
  const password = readPassword(name);
  return server?.ready && password ? { ...server, password } : null;
}

async function create(bin, name, data) {
  say(`Creating a PostgreSQL database cluster in ${data}`);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const secret = `${data}.password`;
  writeFileSync(secret, password, { mode: 0o600 });
  const user = serverUser();
  if (user) for (const path of [data, secret]) chownSync(path, user.uid, user.gid);
  const [command, args] = dropped(join(bin, 'initdb'), [
    '-D', data, '-U', 'postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8',
    '--locale-provider=builtin', '--locale=C.UTF-8', '--no-sync', '--no-instructions']);
  const { code, text } = await capture(command, args, { cwd: '/' });
  rmSync(secret);
  if (code !== 0) throw new Problem(`initdb failed:\n${text}`);
  writeFileSync(passwordFile(name), password, { mode: 0o600 });
  return password;
}

// After kill -9 the file of the dead server stays. It may only go when nothing works on the data any more:
// two servers on one cluster destroy it.
async function clearDeadPostmaster(data) {
  const file = join(data, 'postmaster.pid');
  for (let i = 0; i < 50 && existsSync(file) && !postmaster(data); i++) {
    if (workingIn(realpathSync(data)).length === 0) rmSync(file, { force: true });
    else await wait(200);
  }
}

async function control(bin, data, log, args) {
  const [command, all] = dropped(join(bin, 'pg_ctl'), ['-D', data, ...args]);
  const out = openSync(join(logs, log), 'a', 0o600);
  try {
    return await exitCode(command, all, { cwd: '/', detached: true, always: true, stdio: ['ignore', out, out] });
  } finally {
    closeSync(out);
  }
}

const dataOf = name => join(homeOf(), name);
const passwordFile = name => inState(`${name}.password`);

function readPassword(name) {
  const file = passwordFile(name);
  if (!existsSync(file) || !existsSync(join(dataOf(name), 'PG_VERSION'))) return null;
  chmodSync(file, 0o600);
  return readFileSync(file, 'utf8').trim();
}

const tail = name => readFileSync(join(logs, `${name}.log`), 'utf8').split('\n').slice(-12).join('\n');
