// A fresh registry for one piece of work, beside whatever else is running; stopped and kept for a look afterwards.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { here, state } from './paths.mjs';
import { freePort } from './ports.mjs';
import { databaseOffset, programs } from './programs.mjs';
import { run } from './run.mjs';

/** name = its folder in ours; settings = more environment for its programs; work is told its own environment. */
export async function withRegistry(name, work, settings = {}) {
  const own = join(state, name);
  const port = await freePort([...programs.keys(), databaseOffset]);
  const { REGISTRY_DB, REGISTRY_URL, ...rest } = process.env;
  const env = { ...rest, ...settings, REGISTRY_STATE: own, REGISTRY_PORT: String(port) };
  const command = verb => [join(here, `${verb}.mjs`), ...(verb === 'up' ? ['--detach'] : [])];
  await run('node', command('down'), { env });
  forget(own);
  await run('node', command('up'), { env });
  try {
    return await work({ ...env, BASE_URL: `http://localhost:${port}`, ACCOUNTS: join(own, 'demo-accounts.json') });
  } finally {
    await run('node', command('down'), { env, always: true });
  }
}

// Everything but the built programs, which the next run can use again.
function forget(own) {
  mkdirSync(own, { recursive: true });
  for (const name of readdirSync(own)) if (name !== 'programs') rmSync(join(own, name), { recursive: true, force: true });
}
