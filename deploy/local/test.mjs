// Runs every test, or the suites whose names contain the given words, and ends with one line of counts.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excuses, judged, total, withoutExcuse } from './parts/count.mjs';
import { interrupted, listen } from './parts/interruption.mjs';
import { fetchPackages } from './parts/packages.mjs';
import { here, root } from './parts/paths.mjs';
import { runningPostgres, stopPostgres } from './parts/postgres.mjs';
import { main, Problem, say } from './parts/say.mjs';
import { prepare, suites } from './parts/suites.mjs';

const inCi = process.env.CI === 'true';

await main(async () => {
  listen();
  await fetchPackages(here);
  const chosen = choose(suites(), process.argv.slice(2));
  const excused = existsSync(join(root, 'tests/skips.txt')) ? excuses(readFileSync(join(root, 'tests/skips.txt'), 'utf8')) : [];
  const hadServer = runningPostgres('test-postgres') !== null;
  try {
    const ready = await prepare(chosen);
    const results = [];
    for (const suite of chosen) {
      if (interrupted()) return 130;
      results.push(await outcome(suite, ready, excused));
    }
    summary(chosen, results);
    const { line, failed } = total(results);
    console.log(line);
    return failed > 0 ? 1 : 0;
  } finally {
    if (!hadServer) await stopPostgres('test-postgres');
  }
});

function choose(all, words) {
  const chosen = words.length === 0 ? all : all.filter(({ name }) => words.some(word => name.toLowerCase().includes(word.toLowerCase())));
  if (chosen.length === 0) throw new Problem(`No suite is called like ${words.join(' or ')}. There are: ${all.map(({ name }) => name).join(', ')}.`);
  return chosen;
}

async function outcome(suite, ready, excused) {
  say(`\n── ${suite.name}`);
  try {
    const { exitCode, ...counts } = await suite.run(ready);
    const verdict = judged(counts, exitCode);
    return inCi ? withoutExcuse(verdict, excused) : verdict;
  } catch (error) {
    return { passed: 0, failed: 1, skipped: [], broken: error instanceof Problem ? error.message : error.stack };
  }
}

function summary(chosen, results) {
  console.log('');
  results.forEach((result, i) => {
    console.log(`${result.failed > 0 ? '✘' : '✔'} ${chosen[i].name.padEnd(16)} ${total([result]).line}${result.broken ? `: ${result.broken}` : ''}`);
    for (const name of result.skipped) console.log(`    skipped: ${name}`);
    for (const name of result.unexcused ?? []) console.log(`    skipped, and tests/skips.txt gives no reason: ${name}`);
  });
}
