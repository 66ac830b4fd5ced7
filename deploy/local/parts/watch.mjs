// Says when a process ends by itself, until somebody stops the installation.
import { lastWords, recorded, remembered } from './fleet.mjs';
import { interrupted, untilInterrupted } from './interruption.mjs';
import { wait } from './processes.mjs';
import { say } from './say.mjs';

export async function watch() {
  const told = new Set();
  while (!interrupted()) {
    await Promise.race([wait(1000), untilInterrupted()]);
    if (!remembered() && !interrupted()) {
      say('Stopped by another command.');
      return;
    }
    for (const { name } of recorded().filter(process => !process.alive && !told.has(process.name))) {
      told.add(name);
      say(`\n${name} has ended. Its last words:\n${lastWords(name)}`);
    }
  }
}
