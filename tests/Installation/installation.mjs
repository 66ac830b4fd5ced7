// The whole installation that these tests run, stop, kill and start again: one of their own, made by `./registry test`.
//   BASE_URL         its public address
//   ACCOUNTS         the demo accounts
//   REGISTRY_STATE, REGISTRY_PORT    as `./registry up` reads them
import { readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { recorded } from '../../deploy/local/parts/fleet.mjs';
import { root } from '../../deploy/local/parts/paths.mjs';
import { runningPostgres } from '../../deploy/local/parts/postgres.mjs';
import { homeOf } from '../../deploy/local/parts/postgres-user.mjs';
import { alive, wait, workingIn } from '../../deploy/local/parts/processes.mjs';

if (!process.env.REGISTRY_STATE) throw new Error('These tests kill what they run on: start them with ./registry test installation, which makes them a registry of their own.');

export const address = process.env.BASE_URL;

/** Runs ./registry; answers { code, output }, output being what it wrote to stdout, as bytes. */
export function registry(args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(join(root, 'registry'), args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    const parts = [];
    child.stdout.on('data', part => parts.push(part));
    child.on('error', reject);
    child.on('close', code => resolve({ code, output: Buffer.concat(parts) }));
  });
}

export async function succeed(...args) {
  const { code, output } = await registry(args);
  if (code !== 0) throw new Error(`./registry ${args.join(' ')} ended with ${code}`);
  return output;
}

/** kill -9 of every service at once; PostgreSQL lives on. */
export const killServices = () => kill(recorded().map(process => process.pid));

/** kill -9 of everything: the services, PostgreSQL and each of its own processes. None gets to write another byte. */
export function killEverything() {
  const server = runningPostgres('postgres');
  return kill([...recorded().map(process => process.pid), server.pid, ...workingIn(realpathSync(join(homeOf(), 'postgres')))]);
}

async function kill(pids) {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended with its parent just now.
    }
  }
  while (pids.some(alive)) await wait(20);
}

/** What anybody can read, as bytes: every park's page and timeline, and the open data, once every event has its place in the log. */
export async function publicRecord() {
  for (let patience = 300; (await bytes('/api/public/v1/open-data/events.jsonl')).includes('"logIndex":null'); patience--) {
    if (patience === 0) throw new Error('Some events had no place in the public log after a minute.');
    await wait(200);
  }
  const { items } = JSON.parse(await bytes('/api/public/v1/parks?pageSize=200'));
  const paths = [
    '/api/public/v1/parks?pageSize=200',
    ...items.flatMap(({ id }) => [`/api/public/v1/parks/${id}`, `/api/public/v1/parks/${id}/timeline`]),
    ...['parks.csv', 'years.csv', 'events.jsonl'].map(name => `/api/public/v1/open-data/${name}`)
  ];
  const record = new Map();
  for (const path of paths) record.set(path, (await bytes(path)).toString('base64'));
  return record;
}

async function bytes(path) {
  const answer = await fetch(`${address}${path}`);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** A request as that persona. */
export async function as(persona, path, options = {}) {
  const account = JSON.parse(readFileSync(process.env.ACCOUNTS, 'utf8')).find(known => known.persona === persona);
  const granted = await fetch(`${address}/connect/token`, {
    method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: account.clientId, client_secret: account.clientSecret })
  });
  const { access_token } = await granted.json();
  return fetch(`${address}${path}`, { ...options, headers: { ...options.headers, Authorization: `Bearer ${access_token}` } });
}
