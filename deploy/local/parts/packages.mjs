// Fetches the npm packages of a folder, once per lock file.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

export async function fetchPackages(folder) {
  const stamp = join(folder, 'node_modules/.fetched');
  const wanted = createHash('sha256').update(readFileSync(join(folder, 'package-lock.json'))).update(process.version).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say(`Fetching the npm packages of ${relative(root, folder)}`);
  await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  writeFileSync(stamp, wanted);
}
