// Ends everything of this installation: services first, so that they can finish what they are doing, then the database.
import { stopAll } from './fleet.mjs';
import { stopPostgres } from './postgres.mjs';
import { say } from './say.mjs';

export async function stopEverything() {
  const { stopped, killed } = await stopAll();
  if (killed.length > 0) say(`Had to be killed: ${killed.join(', ')}`);
  const database = await stopPostgres('postgres');
  return [...stopped, ...(database ? ['PostgreSQL'] : [])];
}
