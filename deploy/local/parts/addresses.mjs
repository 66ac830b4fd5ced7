// Ports and what is printed about them.
import { join } from 'node:path';
import { state } from './paths.mjs';
import { holderOf, isFree } from './ports.mjs';
import { portOf, programs } from './programs.mjs';
import { Problem } from './say.mjs';

export function firstPort(text = process.env.REGISTRY_PORT || '8080') {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1024 || port > 65500) throw new Problem(`REGISTRY_PORT is "${text}": it must be a number from 1024 to 65500.`);
  return port;
}

/** Fails when a port we need is taken, naming who has it. */
export async function explainPorts(first) {
  const needed = [...programs, ...(process.env.REGISTRY_DB ? [] : ['postgres'])];
  const free = await Promise.all(needed.map(name => isFree(portOf(name, first))));
  const taken = needed.filter((_, i) => !free[i]).map(name => {
    const holder = holderOf(portOf(name, first));
    return `Port ${portOf(name, first)} (${name}) is taken${holder ? ` by ${holder}` : ''}.`;
  });
  if (taken.length === 0) return;
  throw new Problem(`${taken.join('\n')}\nStop that program, or choose other ports: REGISTRY_PORT=${first + 100} ./registry up (it uses ${first + 100} and the next ten).`);
}

export const addresses = ({ url }) => [
  `The registry   ${url}/`,
  `In English     ${url}/en`,
  `Sign in        ${url}/sign-in`,
  `Open API       ${url}/api/public/v1/parks`,
  `Accounts       ${join(state, 'demo-accounts.json')}`,
  `Releases       ${join(state, 'releases')} (the open data of every day, signed)`,
  `Mail           ${join(state, 'mail')} (written, not sent)`,
  `Logs           ${join(state, 'logs')}`
].join('\n');
