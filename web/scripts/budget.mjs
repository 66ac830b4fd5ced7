// The public pages must stay small: at most 250 kB gzip before charts (docs: the portal's promise). Fails the build otherwise.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limit = 250_000;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const pages = ['public/main.tsx', 'Home.tsx', 'ParkPage.tsx', 'zh/common.json', 'zh/public.json'].map((name) => Object.keys(manifest).find((key) => key.endsWith(`/${name}`)));

const files = new Set(['index.html']);
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.css?.forEach((css) => files.add(css));
  chunk.imports?.forEach(visit);
};
if (!pages.every(Boolean)) throw new Error(`the build has no ${pages}`);
['index.html', ...pages].forEach(visit);

const size = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0);
console.log(`public pages before charts: ${(size / 1000).toFixed(1)} kB gzip in ${files.size} files (limit ${limit / 1000} kB)`);
if (size > limit) process.exit(1);
