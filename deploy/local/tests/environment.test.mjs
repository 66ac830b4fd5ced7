import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inherited, migrating, serving } from '../parts/environment.mjs';
import { programs, services } from '../parts/programs.mjs';
import { completed, newSecrets } from '../parts/secrets.mjs';

const installation = {
  port: 8080,
  url: 'http://localhost:8080',
  secrets: newSecrets(),
  admin: { host: '127.0.0.1', port: 8090, user: 'postgres', password: 'admin-secret', database: 'registry' }
};
const text = environment => JSON.stringify(environment);

test('a serving program never sees an owner\'s or the administrator\'s password', () => {
  for (const name of programs) {
    assert.equal(text(serving(name, installation)).includes('admin-secret'), false);
    for (const service of services) assert.equal(text(serving(name, installation)).includes(installation.secrets.database[service].owner), false);
  }
});

test('a migration sees its own owner only', () => {
  const seen = text(migrating('registration', installation));
  assert.equal(seen.includes(installation.secrets.database.registration.owner), true);
  assert.equal(seen.includes(installation.secrets.database.verification.owner), false);
});

test('each program listens on its own port, on this machine only', () => {
  const addresses = programs.map(name => serving(name, installation).ASPNETCORE_URLS);
  assert.equal(new Set(addresses).size, programs.length);
  assert.equal(addresses.every(address => address.startsWith('http://127.0.0.1:808')), true);
});

test('only the gateway and Identity\'s migration know the gateway\'s client secret', () => {
  const secret = installation.secrets.gateway.clientSecret;
  assert.deepEqual(programs.filter(name => text(serving(name, installation)).includes(secret)), ['gateway']);
  assert.deepEqual(programs.filter(name => text(migrating(name, installation)).includes(secret)), ['gateway', 'identity']);
});

test('only who keeps events, and the log, know the key that signs promises', () => {
  const key = installation.secrets.ledger.promiseKey;
  assert.deepEqual(programs.filter(name => text(serving(name, installation)).includes(key)), ['registration', 'submission', 'verification', 'acceptance', 'disclosure', 'ledger', 'workflows']);
});

test('only the service that releases the open data knows the key that signs releases', () => {
  const key = installation.secrets.disclosure.releaseKey;
  assert.equal(Buffer.from(key, 'base64').length, 32);
  assert.deepEqual(programs.filter(name => text(serving(name, installation)).includes(key)), ['disclosure']);
});

test('the administrator\'s URL in our own environment is not handed on', () => {
  process.env.REGISTRY_DB = 'postgres://u:p@h/d';
  assert.equal('REGISTRY_DB' in inherited(), false);
  delete process.env.REGISTRY_DB;
});

test('secrets made before stay when newer ones are added', () => {
  const old = { gateway: { clientSecret: 'kept' } };
  const all = completed(old);
  assert.equal(all.gateway.clientSecret, 'kept');
  assert.equal(Buffer.from(all.gateway.tokenKey, 'base64').length, 32);
  assert.deepEqual(Object.keys(all.database), programs);
});
