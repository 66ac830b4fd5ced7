// Fills in the 52 parks on the running registry.
import { cli } from './parts/cli.mjs';
import { main } from './parts/say.mjs';

await main(() => cli(['seed', ...process.argv.slice(2)]));
