// Hands over to the command line tool (tools/Cli), which knows the registry's API.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build.mjs';
import { inherited } from './environment.mjs';
import { remembered } from './fleet.mjs';
import { state } from './paths.mjs';
import { assembly, installed } from './programs.mjs';
import { exitCode } from './run.mjs';

/** The tool's exit code. Uses the copy of the running installation; builds the tool when there is none. */
export async function cli(args, { url, stdio, fresh } = {}) {
  const folder = !fresh && existsSync(join(installed('cli'), assembly('cli'))) ? installed('cli') : await buildCli();
  return exitCode('dotnet', [join(folder, assembly('cli')), ...args], {
    stdio: stdio ?? 'inherit',
    env: {
      ...inherited(),
      REGISTRY_URL: url ?? process.env.REGISTRY_URL ?? remembered()?.url ?? `http://localhost:${process.env.REGISTRY_PORT || 8080}`,
      REGISTRY_ACCOUNTS: process.env.REGISTRY_ACCOUNTS || join(state, 'demo-accounts.json')
    }
  });
}
