// Measures what we claim about speed, on a database of its own with the settings of a real installation.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDotnet } from './parts/build.mjs';
import { freePort } from './parts/ports.mjs';
import { startPostgres, stopPostgres } from './parts/postgres.mjs';
import { homeOf } from './parts/postgres-user.mjs';
import { root } from './parts/paths.mjs';
import { exitCode } from './parts/run.mjs';
import { main } from './parts/say.mjs';

await main(async () => {
  await buildDotnet(join(root, 'bench/Bench.csproj'));
  rmSync(join(homeOf(), 'bench-postgres'), { recursive: true, force: true });
  const { port, password } = await startPostgres('bench-postgres', await freePort());
  try {
    return await exitCode('dotnet', [join(root, 'bench/bin/Release/net10.0/PilotRegistry.Bench.dll'), ...process.argv.slice(2)], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, REGISTRY_BENCH_DB: `Host=127.0.0.1;Port=${port};Username=postgres;Password=${password};Database=postgres` }
    });
  } finally {
    await stopPostgres('bench-postgres');
    rmSync(join(homeOf(), 'bench-postgres'), { recursive: true, force: true });
  }
});
