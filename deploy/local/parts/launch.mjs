// From built programs to a healthy registry.
import { lastWords, recorded, start } from './fleet.mjs';
import { inherited, migrating, serving } from './environment.mjs';
import { interrupted } from './interruption.mjs';
import { addressOf, assembly, installed, programs } from './programs.mjs';
import { wait } from './processes.mjs';
import { capture } from './run.mjs';
import { Problem, say } from './say.mjs';

/** All at once: each locks what they share. */
export async function migrateAll(installation) {
  say('Bringing the database up to date');
  const outcomes = await Promise.all(programs.map(async name => {
    const { code, text } = await capture('dotnet', [assembly(name), '--migrate'], {
      cwd: installed(name), env: { ...inherited(), ...migrating(name, installation) }
    });
    return code === 0 ? null : `The migration of ${name} failed (exit code ${code}):\n${text.trim()}`;
  }));
  const failures = outcomes.filter(Boolean);
  if (failures.length > 0) throw new Problem(failures.join('\n'));
}

export function startAll(installation) {
  say(`Starting ${programs.join(', ')}`);
  for (const name of programs) {
    start(name, 'dotnet', [assembly(name)], { cwd: installed(name), env: { ...inherited(), ...serving(name, installation) } });
  }
}

export async function untilHealthy(port, seconds = 180) {
  for (const end = Date.now() + seconds * 1000; Date.now() < end && !interrupted(); await wait(250)) {
    const dead = recorded().filter(process => !process.alive);
    if (dead.length > 0) throw new Problem(dead.map(({ name }) => `${name} ended. Its last words:\n${lastWords(name)}`).join('\n'));
    if (await answers(`${addressOf('gateway', port)}/healthz`)) return;
  }
  if (interrupted()) return;
  const ill = [];
  for (const name of programs) if (!await answers(`${addressOf(name, port)}/healthz`)) ill.push(`${name} is not healthy. Its last words:\n${lastWords(name)}`);
  throw new Problem(`Not healthy after ${seconds} s.\n${ill.join('\n')}`);
}

async function answers(url) {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    return false;
  }
}
