// Nothing that was acknowledged is lost, whatever stops the installation.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { wait } from '../../deploy/local/parts/processes.mjs';
import { address, as, killEverything, killServices, publicRecord, registry, succeed } from './installation.mjs';
import { witness } from './witness.mjs';

before(() => succeed('demo'));

test('after down, and after kill -9 of everything, the public record is the same to the byte', async () => {
  const recorded = await publicRecord();
  assert.ok(recorded.size > 2 * 53, 'the 52 parks of the list and the one of the demo');

  await succeed('down');
  await succeed('up', '--detach');
  assert.deepEqual(await publicRecord(), recorded);

  await killEverything();
  await succeed('up', '--detach');
  assert.deepEqual(await publicRecord(), recorded);
});

test('after kill -9 of all services in the middle of a demo every acknowledged step is there', async () => {
  let killed;
  const seen = await witness(path => {
    if (path.endsWith('/statement')) killed = killServices();
  });
  const demo = await registry(['demo'], { REGISTRY_URL: seen.url });
  await killed;
  seen.close();
  assert.notEqual(demo.code, 0, 'the demo noticed that its registry was gone');
  assert.ok(seen.acknowledged.length >= 17, `${seen.acknowledged.length} commands were acknowledged before`);

  await succeed('up', '--detach');

  for (const { path, version } of decisions(seen.acknowledged)) {
    const thing = await (await as('park', path)).json();
    assert.ok(thing.version >= version, `${path} stands at ${thing.version}; ${version} was acknowledged`);
  }

  // Nobody knows what became of the command without an answer; given again it is done, once.
  for (const { path, method, body, version } of seen.unanswered()) {
    const again = await as('verifier-lead', path, { method, body, headers: { 'Content-Type': 'application/json', 'If-Match': version } });
    assert.equal(again.status, 200, await again.text());
  }

  // A year is public from its disclosure on; so this shows that what was to be told to the others before the end was told.
  const { id } = seen.acknowledged.find(({ path }) => path.endsWith('/submissions')).answer;
  const disclosure = { method: 'POST', headers: { 'Content-Type': 'application/json', 'If-Match': '*' },
    body: JSON.stringify({ verificationId: seen.acknowledged.find(({ path }) => path.endsWith('/verifications')).answer.id }) };
  await until(async () => (await as('park', `/api/submission/v1/submissions/${id}/disclosure`, disclosure)).status === 200);

  const { parkId } = seen.acknowledged[0].answer;
  const decided = ['registration.application-submitted.v1', 'registration.application-recommended.v1', 'registration.park-listed.v1',
    ...Array(3).fill('registration.key-project-progressed.v1'), 'submission.year-submitted.v1', 'verification.body-engaged.v1', 'verification.statement-signed.v1', 'submission.year-disclosed.v1'];
  await until(async () => (await timeline(parkId)).length >= decided.length);
  assert.deepEqual(await timeline(parkId), decided);
});

/** The things that commands were acknowledged on, each with its newest acknowledged version. A draft is no decision yet; a task is gone when it is decided. */
function decisions(acknowledged) {
  const newest = new Map();
  for (const { path, answer } of acknowledged.filter(command => !command.path.endsWith('/draft') && !command.path.endsWith('/lists') && !command.path.includes('/workflows/'))) {
    const thing = /^(.*?\/[0-9a-f-]{36})(\/|$)/.exec(path)?.[1] ?? `${path}/${answer.id}`;
    newest.set(thing, Math.max(newest.get(thing) ?? 0, answer.version));
  }
  return [...newest].map(([path, version]) => ({ path, version }));
}

async function timeline(parkId) {
  const answer = await fetch(`${address}/api/public/v1/parks/${parkId}/timeline`);
  return (await answer.json()).items.map(item => item.type);
}

/** Services hear of each other's decisions a moment later. */
async function until(happened, patience = 300) {
  while (!await happened()) {
    assert.ok(patience-- > 0, `still not so after a minute: ${happened}`);
    await wait(200);
  }
}
