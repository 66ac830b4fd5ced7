// The rule packs with their hashes, or the difference between two in words; offline.
import { cli } from './parts/cli.mjs';
import { main } from './parts/say.mjs';

await main(() => cli(['packs', ...process.argv.slice(2)], { fresh: true }));
