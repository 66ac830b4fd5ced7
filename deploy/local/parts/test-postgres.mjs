// The server the tests use. Its data is worth nothing, so every start begins with an empty cluster.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.mjs';
import { freePort } from './ports.mjs';
import { runningPostgres, startPostgres } from './postgres.mjs';
import { homeOf } from './postgres-user.mjs';

const name = 'test-postgres';
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: 400 };

/** The connection string of an administrator; starts the server unless it runs. */
export const testPostgres = () => alone(name, async () => {
  const server = runningPostgres(name) ?? await start();
  return `Host=127.0.0.1;Port=${server.port};Username=postgres;Password=${server.password};Database=postgres`;
});

async function start() {
  rmSync(join(homeOf(), name, 'PG_VERSION'), { force: true });
  return startPostgres(name, await freePort(), settings);
}
