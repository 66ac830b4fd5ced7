// Builds, migrates, starts, seeds. Foreground: stays until Ctrl-C. --detach: returns when healthy.
import { alone } from './parts/lock.mjs';
import { addresses, explainPorts, firstPort } from './parts/addresses.mjs';
import { buildEverything, isOutdated } from './parts/build.mjs';
import { database } from './parts/server.mjs';
import { recorded, remember, remembered } from './parts/fleet.mjs';
import { interrupted, listen } from './parts/interruption.mjs';
import { migrateAll, startAll, untilHealthy } from './parts/launch.mjs';
import { fetchPackages } from './parts/packages.mjs';
import { here } from './parts/paths.mjs';
import { runningPostgres } from './parts/postgres.mjs';
import { main, say } from './parts/say.mjs';
import { secrets } from './parts/secrets.mjs';
import { seed } from './parts/seed.mjs';
import { stopEverything } from './parts/stop.mjs';
import { watch } from './parts/watch.mjs';

await main(async () => {
  listen();
  const outcome = await alone('up', () => isRunning() ? 'running' : bringUp());
  if (outcome === 'interrupted') return 130;
  if (outcome === 'running') say(await isOutdated() ? 'It is running already, built from older sources: ./registry down, then up, runs the new ones.' : 'It is running already.');
  say(`\n${addresses(remembered())}`);
  if (outcome === 'running' || process.argv.includes('--detach')) return 0;

  say('\nCtrl-C stops everything.');
  await watch();
  if (!interrupted()) return 0;
  say('\nStopping.');
  await stopEverything();
  return 130;
});

function isRunning() {
  const processes = recorded();
  return remembered()?.healthy === true && processes.length > 0 && processes.every(process => process.alive);
}

async function bringUp() {
  const began = Date.now();
  if (recorded().length > 0 || runningPostgres('postgres')) {
    say('Some of it is left from before: stopping that first.');
    await stopEverything();
  }

  const port = firstPort();
  await explainPorts(port);
  const installation = { port, url: process.env.REGISTRY_PUBLIC_URL || `http://localhost:${port}`, secrets: secrets() };
  try {
    for (const step of [
      () => fetchPackages(here),
      () => buildEverything(),
      async () => { installation.admin = await database(port); },
      () => migrateAll(installation),
      () => { remember({ port, url: installation.url, healthy: false }); startAll(installation); },
      () => untilHealthy(port),
      () => seed(installation.url)
    ]) {
      await step();
      if (interrupted()) throw new Error('interrupted');
    }
  } catch (error) {
    await stopEverything();
    if (!interrupted()) throw error;
    say('\nStopped.');
    return 'interrupted';
  }

  remember({ port, url: installation.url, healthy: true });
  say(`Ready after ${Math.round((Date.now() - began) / 1000)} s.`);
  return 'started';
}
