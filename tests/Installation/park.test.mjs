// A park's timeline beside the public log, as a journalist compares them: what the timeline hides is named.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { wait } from '../../deploy/local/parts/processes.mjs';
import { address, registry, succeed } from './installation.mjs';

const folder = mkdtempSync(join(tmpdir(), 'registry-park-'));
const copy = join(folder, 'copy');
const saved = join(folder, 'timeline.json');
let park;
let timeline;

const verify = async (...words) => {
  const { code, output } = await registry(['verify', ...words, '--state', join(folder, 'seen.json'), '--json']);
  return { code, findings: JSON.parse(output.toString()) };
};

before(async () => {
  const output = (await succeed('demo', '--json')).toString();
  assert.match(output, /public +finds 14 of 14 events in the public log/);
  assert.match(output, /19 entries name the park, 14 events are on its timeline\nEverything held/);
  park = JSON.parse(output.trimEnd().split('\n').at(-1)).parkId;
  timeline = await (await fetch(`${address}/api/public/v1/parks/${park}/timeline`)).json();
});

after(() => { rmSync(folder, { recursive: true, force: true }); });

test('the timeline of the demo tells all that the log holds of the park, at the address and in a copy', async () => {
  assert.deepEqual(timeline.items.filter(({ logIndex }) => logIndex === null), []);
  const there = await verify('park', address, park);
  assert.deepEqual([there.code, there.findings.faults], [0, []]);
  assert.equal((await verify('mirror', address, copy)).code, 0);
  writeFileSync(saved, JSON.stringify(timeline));
  const here = await verify('park', copy, park, '--timeline', saved);
  assert.deepEqual([here.code, here.findings.faults], [0, []]);
});

test('facts that the timeline changes are named with their entry', async () => {
  const [{ logIndex }] = timeline.items.filter(recommended);
  writeFileSync(saved, JSON.stringify({ items: timeline.items.map(item => (recommended(item) ? { ...item, facts: { ...item.facts, reasons: 'other' } } : item)) }));
  const { code, findings } = await verify('park', copy, park, '--timeline', saved);
  assert.deepEqual([code, findings.faults.map(({ index }) => index)], [1, [logIndex]]);
  assert.match(findings.faults[0].what, /the timeline says reasons 'other'/);
});

test('a decision that the timeline hides is named, once it is older than the minute that it may be on its way', async () => {
  const { items: [listed] } = await (await fetch(`${address}/api/public/v1/parks?listed=true&pageSize=1`)).json();
  const { items: [event] } = await (await fetch(`${address}/api/public/v1/parks/${listed.id}/timeline`)).json();
  writeFileSync(saved, JSON.stringify({ items: [] }));
  for (let patience = 90; patience > 0; patience--, await wait(1000)) {
    const { code, findings } = await verify('park', copy, listed.id, '--timeline', saved);
    if (code === 0 && Date.now() - Date.parse(event.at) < 60_000) continue;
    assert.deepEqual([code, findings.faults.map(({ index }) => index)], [1, [event.logIndex]]);
    assert.match(findings.faults[0].what, /park-listed.*it is hidden/);
    return;
  }
  assert.fail('it was never old enough');
});

function recommended({ type }) {
  return type === 'registration.application-recommended.v1';
}
