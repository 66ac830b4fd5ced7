// node look.mjs ADDRESS FOLDER: Lighthouse's mobile profile on public pages in both languages; a report for each, 1 when one is below what we promise.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const [address, folder] = process.argv.slice(2);
const promised = { performance: 90, accessibility: 100, 'best-practices': 95, seo: 95 };

const { items: [park] } = await (await fetch(`${address}/api/public/v1/parks?disclosed=true&pageSize=1`)).json();
const { items: [year] } = await (await fetch(`${address}/api/public/v1/years?park=${park.id}`)).json();
const pages = { home: '', park: `/parks/${park.id}`, year: `/parks/${park.id}/years/${year.year}`, process: `/parks/${park.id}/process`, compare: `/compare?parks=${park.id}`, provinces: '/provinces', disputes: '/disputes', data: '/data', rules: '/rules' };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
});
let below = 0;
try {
  for (const [language, prefix] of [['zh', ''], ['en', '/en']]) {
    for (const [name, path] of Object.entries(pages)) {
      const { lhr, report } = await lighthouse(`${address}${prefix}${path}`, { port: chrome.port, output: 'json', logLevel: 'error' });
      writeFileSync(join(folder, `${name}-${language}.json`), report);
      const scores = Object.entries(promised).map(([id, least]) => ({ id, least, score: Math.round((lhr.categories[id].score ?? 0) * 100) }));
      const missed = scores.filter(({ score, least }) => score < least);
      below += missed.length;
      console.log(`  ${`${name} ${language}`.padEnd(14)} ${scores.map(({ id, score }) => `${id} ${String(score).padStart(3)}`).join('  ')}  usable after ${lhr.audits.interactive.displayValue}${missed.map(({ id, least }) => `  MISSED ${id} ≥ ${least}`).join('')}`);
    }
  }
} finally {
  await chrome.kill();
}
process.exit(below === 0 ? 0 : 1);
