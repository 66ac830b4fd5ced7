// Measures what we claim about speed and memory: the event store on a database of its own with the settings of a real
// installation, the rest on a whole registry of its own.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDotnet } from './parts/build.mjs';
import { withRegistry } from './parts/own-registry.mjs';
import { fetchPackages } from './parts/packages.mjs';
import { here, root, state } from './parts/paths.mjs';
import { freePort } from './parts/ports.mjs';
import { postmaster, startPostgres, stopPostgres } from './parts/postgres.mjs';
import { homeOf } from './parts/postgres-user.mjs';
import { databaseOffset } from './parts/programs.mjs';
import { exitCode, run } from './parts/run.mjs';
import { main } from './parts/say.mjs';

const ofDatabase = ['methodology', 'import', 'store'];
/** With the disk in the measure: every commit is forced to it. */
const onDisk = ['workflows'];
/** Memory first: after the other the programs are no longer as `up` leaves them. */
const ofRegistry = ['memory', 'portal'];
const built = (project, name) => join(root, 'bench', project, `bin/Release/net10.0/PilotRegistry.${name}.dll`);

await main(async () => {
  await buildDotnet(join(root, 'bench/Bench.csproj'));
  const asked = process.argv.slice(2);
  const whole = ofRegistry.filter(name => asked.length === 0 || asked.includes(name));
  const forced = onDisk.filter(name => asked.length === 0 || asked.includes(name));
  const others = asked.length === 0 ? ofDatabase : asked.filter(name => !ofRegistry.includes(name) && !onDisk.includes(name));
  const codes = [
    others.length > 0 ? await onDatabase(others) : 0,
    forced.length > 0 ? await onDatabase(forced, 'REGISTRY_TEST_DB') : 0,
    whole.length > 0 ? await onRegistry(whole) : 0
  ];
  return Math.max(...codes);
});

function measure(names, env) {
  return exitCode('dotnet', [built('', 'Bench'), ...names], { cwd: root, stdio: 'inherit', env });
}

async function onDatabase(names, as = 'REGISTRY_BENCH_DB') {
  rmSync(join(homeOf(), 'bench-postgres'), { recursive: true, force: true });
  const { port, password } = await startPostgres('bench-postgres', await freePort());
  try {
    return await measure(names, { ...process.env, [as]: `Host=127.0.0.1;Port=${port};Username=postgres;Password=${password};Database=postgres` });
  } finally {
    await stopPostgres('bench-postgres');
    rmSync(join(homeOf(), 'bench-postgres'), { recursive: true, force: true });
  }
}

function onRegistry(names) {
  return withRegistry('bench', async env => {
    // A phone looks at the register as it is, before the bench fills it with rows that have no pages.
    const looked = names.includes('portal') ? await lighthouse(env) : 0;
    const password = readFileSync(join(env.REGISTRY_STATE, 'postgres.password'), 'utf8');
    const measured = await measure(names, {
      ...env,
      DOTNET_STARTUP_HOOKS: '',
      REGISTRY_BENCH_DATABASE: `Host=127.0.0.1;Port=${Number(env.REGISTRY_PORT) + databaseOffset};Username=postgres;Password=${password};Database=registry`,
      REGISTRY_BENCH_POSTGRES: String(postmaster(join(homeOf(env.REGISTRY_STATE), 'postgres')).pid)
    });
    return Math.max(measured, looked);
  }, {
    Gateway__RequestsPerSecond: '1000000',
    DOTNET_STARTUP_HOOKS: built('StaticFloor', 'StaticFloor'),
    REGISTRY_BENCH_FILES: join(root, 'bench/StaticFloor/bin/files')
  });
}

/** Plays the demo; then a phone reads the public pages. Its reports lie in .local/lighthouse. */
async function lighthouse(env) {
  await run('node', [join(here, 'demo.mjs'), '--json'], { env: { ...env, REGISTRY_URL: env.BASE_URL, REGISTRY_ACCOUNTS: env.ACCOUNTS } });
  const folder = join(root, 'bench/Lighthouse');
  await fetchPackages(folder);
  return exitCode('node', [join(folder, 'look.mjs'), env.BASE_URL, join(state, 'lighthouse')], { cwd: folder, stdio: 'inherit' });
}
