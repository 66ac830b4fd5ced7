// Whether the record was rewritten, from public files alone. The exit code is the answer: 0 it was not, 1 it was, 2 usage, 3 no answer.
import { cli } from './parts/cli.mjs';
import { main } from './parts/say.mjs';

await main(() => cli(['verify', ...process.argv.slice(2)], { fresh: true }));
