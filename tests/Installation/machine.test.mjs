// A park's machine, from the client that its people make to a submitted year, through the gateway as any outsider.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, test } from 'node:test';
import { address, registry } from './installation.mjs';

const submissions = '/api/submission/v1/submissions';
let park;

before(async () => {
  const { output } = await registry(['demo', '--json']);
  park = JSON.parse(output.toString().trimEnd().split('\n').at(-1)).parkId;
});

test('a machine opens, fills in and submits a year, and whatever it repeats under its key is done once', async () => {
  const { send } = await machine();
  const year = 2024;

  const opened = await twice(send, submissions, { parkId: park, year });
  assert.equal(opened.status, 201);
  const { id } = opened.body;

  const wrong = await send(`${submissions}/${id}/draft`, { method: 'PUT', body: { year, fuels: [{ fuel: 'NG', use: 'heat', quantity: -1 }] }, version: 0 });
  assert.equal(wrong.status, 422);
  assert.deepEqual(wrong.body.errors.map(({ pointer, code }) => ({ pointer, code })), [{ pointer: '/fuels/0/quantity', code: 'negative' }]);

  const data = { year, electricity: [{ direction: 'in', kind: 'grid', mwh: '52340' }, { direction: 'in', kind: 'direct', mwh: '402350' }] };
  const saved = await send(`${submissions}/${id}/draft`, { method: 'PUT', body: data, version: 0 });
  assert.equal(saved.status, 200);
  const answers = saved.body.signals.filter(signal => signal.severity === 'warning')
    .map(signal => ({ signal: signal.id, key: signal.key, reason: '（演示）已与全年账单核对。' }));
  const answered = await send(`${submissions}/${id}/draft`, { method: 'PUT', body: { ...data, answers }, version: saved.body.version });
  assert.equal(answered.status, 200);

  const submitted = await twice(send, `${submissions}/${id}/submission`, {}, opened.body.version);
  assert.equal(submitted.status, 200, JSON.stringify(submitted.body));
  const seen = await send(`${submissions}/${id}`, { method: 'GET' });
  assert.deepEqual(seen.body.versions.map(({ version }) => version), [1]);
  assert.equal(seen.body.version, submitted.body.version);
});

test('a revoked machine is shut out, and no machine makes another', async () => {
  const { client, send, person } = await machine();
  const another = await send('/api/identity/v1/clients', { body: { name: '另一个系统' } });
  assert.deepEqual([another.status, another.body.code], [409, 'signed-in-only']);

  assert.equal((await person(`/api/identity/v1/clients/${client.id}/revocation`, {})).status, 204);
  assert.equal((await token(client)).status, 401);
});

/** The same command twice under one key: the second answer is the first one's, and says so. */
async function twice(send, path, body, version) {
  const key = randomUUID();
  const first = await send(path, { body, version, key });
  const again = await send(path, { body, version, key });
  assert.equal(first.headers.get('Idempotency-Replayed'), null);
  assert.equal(again.headers.get('Idempotency-Replayed'), 'true');
  assert.deepEqual([again.status, again.body, again.headers.get('ETag')], [first.status, first.body, first.headers.get('ETag')]);
  return first;
}

/** A client that the park's account has just made, and a way to send with its tokens. */
async function machine() {
  const person = await signedIn();
  const made = await person('/api/identity/v1/clients', { name: '能源管理系统', parkId: park });
  assert.equal(made.status, 201);
  const client = await made.json();
  const { access_token } = await (await token(client)).json();
  return { client, person, send: (path, options) => sendAs(access_token, path, options) };
}

const token = ({ id, secret }) => fetch(`${address}/connect/token`, {
  method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }),
  headers: { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` }
});

async function sendAs(accessToken, path, { method = 'POST', body, version, key }) {
  const answer = await fetch(`${address}${path}`, {
    method, body: body === undefined ? undefined : JSON.stringify(body),
    headers: {
      Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json',
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }), ...(key ? { 'Idempotency-Key': key } : {})
    }
  });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

/** Signs the park's demo account in as a browser does; answers a way to post as that person. */
async function signedIn() {
  const { username, password } = JSON.parse(readFileSync(process.env.ACCOUNTS, 'utf8')).find(({ persona }) => persona === 'park');
  const cookies = new Map();
  const browse = async (url, options = {}) => {
    const answer = await fetch(new URL(url, address), {
      ...options, redirect: 'manual', headers: { ...options.headers, Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    });
    for (const cookie of answer.headers.getSetCookie()) cookies.set(...cookie.split(';')[0].split(/=(.*)/s).slice(0, 2));
    const next = answer.headers.get('Location');
    return next && !new URL(next, address).pathname.startsWith('/sign-in') && answer.status < 400 && answer.status >= 300 ? browse(next) : answer;
  };
  const json = { 'Content-Type': 'application/json' };
  await browse('/bff/sign-in?returnUrl=/desk');
  assert.equal((await browse('/api/identity/v1/sessions', { method: 'POST', body: JSON.stringify({ username, password }), headers: json })).status, 204);
  await browse('/bff/sign-in?returnUrl=/desk');
  const { antiforgery } = await (await browse('/bff/session')).json();
  return (path, body) => browse(path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, 'X-Antiforgery': antiforgery } });
}
