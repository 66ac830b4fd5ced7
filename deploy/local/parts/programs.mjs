// What runs: one process per program, all on 127.0.0.1, ports counted from the gateway's.
import { join } from 'node:path';
import { root, state } from './paths.mjs';

export const services = ['registration', 'submission', 'verification', 'acceptance', 'disclosure', 'identity', 'ledger', 'workflows'];
export const programs = ['gateway', ...services];

export const databaseOffset = 10;
const title = name => name[0].toUpperCase() + name.slice(1);

export const portOf = (name, first) => first + (name === 'postgres' ? databaseOffset : programs.indexOf(name));
export const addressOf = (name, first) => `http://127.0.0.1:${portOf(name, first)}`;

/** Where the build leaves a program, and the copy that `up` runs: a later build must not change a running program. */
const elsewhere = { gateway: 'gateway', cli: 'tools/Cli', workflows: 'workflows/Host' };
export const built = name => join(root, elsewhere[name] ?? `services/${title(name)}`, 'bin/Release/net10.0');
export const installed = name => join(state, 'programs', name);
export const assembly = name => `PilotRegistry.${title(name)}${name === 'workflows' ? '.Host' : ''}.dll`;
export { title };
