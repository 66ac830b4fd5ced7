// The public log as a stranger sees it: audited from its files, copied, and a copy in which one byte was changed.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { wait } from '../../deploy/local/parts/processes.mjs';
import { address, registry } from './installation.mjs';

const folder = mkdtempSync(join(tmpdir(), 'registry-log-'));
const state = join(folder, 'seen.json');
const verify = async (...words) => {
  const { code, output } = await registry(['verify', ...words, '--state', state, '--json']);
  return { code, findings: JSON.parse(output.toString()) };
};

before(played);

after(() => { rmSync(folder, { recursive: true, force: true }); });

test('every event of the demo is in a log that anybody can audit, and the next visit finds it unchanged', async () => {
  const first = await verify('audit', address);
  assert.deepEqual([first.code, first.findings.faults], [0, []]);
  assert.ok(first.findings.size > 70, `only ${first.findings.size} entries`);
  await played();
  const second = await verify('audit', address);
  assert.equal(second.code, 0, JSON.stringify(second.findings));
  assert.ok(second.findings.checked.some(line => line.includes(`${first.findings.size} entries seen before`)));
});

test('a receipt of one event holds without the registry', async () => {
  const receipt = await played();
  assert.equal(receipt.status, 200);
  const file = join(folder, 'one.tlog-proof');
  writeFileSync(file, await receipt.text());
  assert.equal((await verify('proof', file)).code, 0);
});

test('what a park was promised is in the log, in time', async () => {
  const { output } = await registry(['demo', '--json']);
  const { parkId } = JSON.parse(output.toString().trimEnd().split('\n').at(-1));
  const { items } = await (await fetch(`${address}/api/public/v1/parks/${parkId}/timeline`)).json();
  const promises = join(folder, 'promises');
  mkdirSync(promises);
  for (const { eventId, type } of items) {
    const promise = await fetch(`${address}/api/${type.split('.')[0]}/v1/leaves/${eventId}/promise`);
    assert.equal(promise.status, 200, type);
    writeFileSync(join(promises, eventId), await promise.text());
  }
  await logged(items);
  const { code, findings } = await verify('audit', address, '--promise', promises);
  assert.deepEqual([code, findings.faults], [0, []]);
  const all = items.length;
  assert.ok(findings.checked.some(line => line.startsWith(`${all} promises: ${all} in the log (${all} seen there in time`)), findings.checked.join('\n'));
});

test('one byte changed in a copy is named with its entry', async () => {
  const copy = join(folder, 'copy');
  assert.equal((await verify('mirror', address, copy)).code, 0);
  const bundles = join(copy, 'tile/entries');
  const [bundle] = readdirSync(bundles, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
  const bytes = readFileSync(bundle);
  bytes[100] ^= 1;
  writeFileSync(bundle, bytes);
  const { code, findings } = await verify('audit', copy);
  assert.equal(code, 1);
  assert.equal(findings.faults[0].index % 256, 0);
});

/** Another park's whole life; the receipt of its last event. */
async function played() {
  const { output } = await registry(['demo', '--json']);
  const { parkId } = JSON.parse(output.toString().trimEnd().split('\n').at(-1));
  const { items } = await (await fetch(`${address}/api/public/v1/parks/${parkId}/timeline`)).json();
  return logged(items);
}

/** The receipt of the newest of these events, once the log has it. */
async function logged(items) {
  const newest = items.map(({ at, eventId }) => ({ at, eventId })).sort((a, b) => (a.at < b.at ? 1 : -1))[0].eventId;
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(100)) {
    const receipt = await fetch(`${address}/proof/inclusion?event=${newest}`);
    if (receipt.ok) return receipt;
  }
  return assert.fail('the log did not catch up within a minute');
}
