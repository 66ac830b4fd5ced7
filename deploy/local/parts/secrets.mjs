// Random secrets of this installation, made once, readable by their owner only.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { inState } from './paths.mjs';
import { programs } from './programs.mjs';

const password = () => randomBytes(24).toString('base64url');

/** A private key on P-256, PKCS #8 in base64. */
const p256 = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64');

export function newSecrets() {
  return {
    database: Object.fromEntries(programs.map(name => [name, { owner: password(), serving: password() }])),
    dapr: { appToken: password(), apiToken: password() },
    identity: { keyEncryptionKey: randomBytes(32).toString('base64') },
    gateway: { clientSecret: password(), tokenKey: randomBytes(32).toString('base64') },
    ledger: { clientSecret: password(), ed25519Key: randomBytes(32).toString('base64'), ecdsaKey: p256(), promiseKey: randomBytes(32).toString('base64') },
    workflows: { clientSecret: password() },
    disclosure: { releaseKey: randomBytes(32).toString('base64') }
  };
}

/** What was made before stays; what a newer version needs in addition is added. */
export function completed(known, fresh = newSecrets()) {
  if (known === undefined) return fresh;
  if (typeof fresh !== 'object') return known;
  return { ...known, ...Object.fromEntries(Object.keys(fresh).map(key => [key, completed(known[key], fresh[key])])) };
}

export function secrets() {
  const file = inState('secrets.json');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  const all = completed(known);
  if (JSON.stringify(all) !== JSON.stringify(known)) {
    writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return all;
}
