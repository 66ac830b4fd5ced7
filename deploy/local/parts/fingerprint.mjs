// One number for the content of many files: says whether a build would make anything new.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const made = new Set(['bin', 'obj', 'node_modules', 'dist', 'TestResults', 'test-results', 'coverage', '.local', '.vite']);

export function fingerprint(root, paths, also = '') {
  const hash = createHash('sha256').update(also);
  for (const path of paths) add(hash, root, path);
  return hash.digest('hex');
}

function add(hash, root, path) {
  const full = join(root, path);
  const seen = statSync(full, { throwIfNoEntry: false });
  if (!seen) return;
  if (seen.isDirectory()) {
    for (const name of readdirSync(full).sort()) if (!made.has(name)) add(hash, root, join(path, name));
  } else {
    hash.update(`\0${path}\0`).update(readFileSync(full));
  }
}
