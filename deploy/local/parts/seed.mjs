// The 52 parks of the first national list, through the API, as the national persona. Repeating it changes nothing.
import { cli } from './cli.mjs';
import { Problem, say } from './say.mjs';

export async function seed(url) {
  say('Filling in the 52 parks of the first national list');
  const code = await cli(['seed'], { url, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Problem(`Seeding failed (exit code ${code}).`);
}
