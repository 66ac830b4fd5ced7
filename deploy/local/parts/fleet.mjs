// The processes of one installation: started apart from us, remembered in files, found again after anything.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logs, state } from './paths.mjs';
import { look, stillThere, wait } from './processes.mjs';

const folder = join(state, 'run');
const file = name => join(folder, `${name}.json`);

export function start(name, command, args, options) {
  mkdirSync(logs, { recursive: true });
  mkdirSync(folder, { recursive: true });
  const log = join(logs, `${name}.log`);
  if (existsSync(log)) renameSync(log, join(logs, `${name}.previous.log`));
  const out = openSync(log, 'a', 0o600);
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', out, out] });
  closeSync(out);
  child.on('error', () => { /* no such program: the process is simply not there, which the caller sees */ });
  child.unref();
  writeFileSync(file(name), JSON.stringify({ name, pid: child.pid, started: look(child.pid)?.started }));
}

/** Every process we started and have not stopped, with `alive`. */
export function recorded() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter(name => name.endsWith('.json') && name !== 'up.json').map(name => {
    const record = read(join(folder, name));
    return { ...record, name: record?.name ?? name.slice(0, -5), alive: record !== null && stillThere(record) };
  });
}

/** Asks all to end, and ends those that do not within the time. */
export async function stopAll(patience = 15000) {
  const running = recorded().filter(process => process.alive);
  for (const { pid } of running) signal(pid, 'SIGTERM');
  for (const end = Date.now() + patience; Date.now() < end && running.some(stillThere);) await wait(100);
  const stubborn = running.filter(stillThere);
  for (const { pid } of stubborn) signal(-pid, 'SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  return { stopped: running.map(process => process.name), killed: stubborn.map(process => process.name) };
}

export const lastWords = (name, lines = 15) =>
  existsSync(join(logs, `${name}.log`)) ? readFileSync(join(logs, `${name}.log`), 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';

/** What `up` runs on: { port, url }. */
export const remember = up => { mkdirSync(folder, { recursive: true }); writeFileSync(file('up'), JSON.stringify(up)); };
export const remembered = () => read(file('up'));

function read(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself just now.
  }
}
