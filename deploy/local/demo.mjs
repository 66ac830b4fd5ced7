// Plays one park's whole life through the HTTP API.
import { cli } from './parts/cli.mjs';
import { main } from './parts/say.mjs';

await main(() => cli(['demo', ...process.argv.slice(2)]));
