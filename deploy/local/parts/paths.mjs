// Where things lie. REGISTRY_STATE moves everything that is written (default: .local in this checkout).
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
export const here = join(root, 'deploy/local');
export const state = resolve(process.env.REGISTRY_STATE || join(root, '.local'));
export const logs = join(state, 'logs');

export function inState(...names) {
  mkdirSync(state, { recursive: true });
  return join(state, ...names);
}
