// Prints the connection string of a PostgreSQL for tests and leaves the server running.
//   node deploy/local/test-postgres.mjs          starts it, or answers the one that runs
//   node deploy/local/test-postgres.mjs --stop   stops it
import { stopPostgres } from './parts/postgres.mjs';
import { main } from './parts/say.mjs';
import { testPostgres } from './parts/test-postgres.mjs';

await main(async () => {
  if (process.argv.includes('--stop')) await stopPostgres('test-postgres');
  else console.log(await testPostgres());
});
