// Which PostgreSQL the registry lives on.
import { ensureDatabase, parseAdmin } from './database.mjs';
import { startPostgres } from './postgres.mjs';
import { portOf } from './programs.mjs';
import { say } from './say.mjs';

/** The administrator's way into the registry's database, which exists afterwards. */
export async function database(firstPort) {
  const admin = process.env.REGISTRY_DB ? parseAdmin(process.env.REGISTRY_DB) : await embedded(portOf('postgres', firstPort));
  await ensureDatabase(admin);
  return admin;
}

async function embedded(port) {
  say('Starting PostgreSQL');
  const { password } = await startPostgres('postgres', port);
  return { host: '127.0.0.1', port, user: 'postgres', password, database: 'registry' };
}
