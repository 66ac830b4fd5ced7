import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { explainPorts, firstPort } from '../parts/addresses.mjs';
import { freePort, isFree } from '../parts/ports.mjs';

test('8080 unless told otherwise, and only real ports', () => {
  assert.equal(firstPort('9000'), 9000);
  for (const wrong of ['80', '65530', '8080.5', 'http']) assert.throws(() => firstPort(wrong), /REGISTRY_PORT/);
});

test('a taken port is named, with a way out', async () => {
  const first = await freePort([0, 3]);
  const other = createServer();
  await new Promise(resolve => { other.listen(first + 3, '127.0.0.1', resolve); });
  assert.equal(await isFree(first + 3), false);
  await assert.rejects(explainPorts(first), new RegExp(`Port ${first + 3} \\(verification\\) is taken[\\s\\S]*REGISTRY_PORT=${first + 100}`));
  other.close();
});
