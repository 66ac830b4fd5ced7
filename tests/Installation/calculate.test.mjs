// The calculation on a server and on the command line: one method, one result, the same bytes.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../../deploy/local/parts/paths.mjs';
import { address, registry } from './installation.mjs';

const examples = join(root, 'methodology/examples');

for (const name of readdirSync(examples).filter(file => file.endsWith('.json')).sort()) {
  test(`${name} has the same result on the server and on the command line`, async () => {
    const file = join(examples, name);
    const answer = await fetch(`${address}/api/public/v1/calculate`, {
      method: 'POST', body: readFileSync(file), headers: { 'Content-Type': 'application/json' }
    });
    const here = await registry(['calculate', file, '--json']);

    assert.equal(answer.status, 200);
    assert.equal(here.code, 0);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), here.output);
  });
}
