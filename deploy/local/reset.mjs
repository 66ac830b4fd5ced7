// Stops everything and deletes all local data, after asking when a person is there to answer.
import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { alone, interrupt } from './parts/lock.mjs';
import { state } from './parts/paths.mjs';
import { stopPostgres } from './parts/postgres.mjs';
import { homeOf } from './parts/postgres-user.mjs';
import { main, say } from './parts/say.mjs';
import { stopEverything } from './parts/stop.mjs';

await main(async () => {
  const folders = [...new Set([state, homeOf()])].filter(existsSync);
  say(`This deletes the database, accounts, secrets, logs and built copies of this installation:\n${folders.map(folder => `  ${folder}`).join('\n')}`);
  if (process.env.REGISTRY_DB) say('The database on the server of REGISTRY_DB is yours: it stays as it is.');
  if (!process.argv.includes('--yes') && process.stdin.isTTY && !await agreed()) {
    say('Nothing was deleted.');
    return 1;
  }
  interrupt('up');
  await alone('up', stopEverything);
  await stopPostgres('test-postgres');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  say('Deleted.');
});

async function agreed() {
  const question = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await question.question('Delete all of it? (yes/no) ');
  question.close();
  return /^y(es)?$/i.test(answer.trim());
}
