import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { fingerprint } from '../parts/fingerprint.mjs';
import { alive, look, stillThere } from '../parts/processes.mjs';

test('a fingerprint changes with content and names, not with what a build leaves behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'finger print '));
  writeFileSync(join(folder, 'a.cs'), 'one');
  const first = fingerprint(folder, ['.']);
  mkdirSync(join(folder, 'obj'));
  writeFileSync(join(folder, 'obj/x'), 'made');
  assert.equal(fingerprint(folder, ['.', 'missing']), first);
  writeFileSync(join(folder, 'a.cs'), 'two');
  assert.notEqual(fingerprint(folder, ['.']), first);
  assert.notEqual(fingerprint(folder, ['.'], 'other SDK'), fingerprint(folder, ['.']));
  rmSync(folder, { recursive: true });
});

test('a process is known by its number and its start', async () => {
  const child = spawn('sleep', ['30']);
  const record = { pid: child.pid, started: look(child.pid).started };
  assert.equal(stillThere(record), true);
  assert.equal(stillThere({ ...record, started: 'another time' }), false);
  const gone = new Promise(resolve => { child.on('exit', resolve); });
  child.kill('SIGKILL');
  await gone;
  assert.equal(alive(record.pid), false);
});
