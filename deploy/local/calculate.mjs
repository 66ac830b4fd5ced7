// A year's activity data in, its result out; offline. stdout carries the result and nothing else.
import { cli } from './parts/cli.mjs';
import { main } from './parts/say.mjs';

await main(() => cli(['calculate', ...process.argv.slice(2)], { fresh: true }));
