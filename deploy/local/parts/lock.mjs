// One at a time: a second command waits until the first has finished or died.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inState } from './paths.mjs';
import { look, stillThere, wait } from './processes.mjs';
import { say } from './say.mjs';

export async function alone(name, work) {
  const folder = inState(`${name}.lock`);
  const owner = join(folder, 'owner.json');
  for (let misses = 0, waits = 0; ; await wait(100)) {
    try {
      mkdirSync(folder);
      break;
    } catch {
      const holder = read(owner);
      // A folder without its owner is being made this very moment, or its maker died just then.
      misses = holder ? 0 : misses + 1;
      if (++waits === 20) say(`Waiting for another ./registry command${holder ? ` (process ${holder.pid})` : ''}.`);
      if (holder ? !stillThere(holder) : misses > 20) rmSync(folder, { recursive: true, force: true });
    }
  }
  writeFileSync(owner, JSON.stringify({ pid: process.pid, started: look(process.pid)?.started }));
  try {
    return await work();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tells the command that holds the lock to end; it stops what it has started. */
export function interrupt(name) {
  const holder = read(join(inState(`${name}.lock`), 'owner.json'));
  if (holder && stillThere(holder)) process.kill(holder.pid, 'SIGTERM');
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
