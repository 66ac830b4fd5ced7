// The browser for the browser tests: Debian's Chromium, installed when missing and allowed.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { exitCode } from './run.mjs';
import { say } from './say.mjs';

const packages = ['chromium', 'fonts-noto-cjk'];
export const howToInstall = `sudo apt-get install -y ${packages.join(' ')}`;

/** The browser's path, or null. Chinese text needs Chinese letters, so both packages are wanted. */
export async function findBrowser() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  if ((!installed() || !hasChinese()) && process.getuid() === 0 && existsSync('/usr/bin/apt-get')) await install();
  return installed();
}

const installed = () => ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(existsSync) ?? null;

function hasChinese() {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family']).toString().trim().length > 0;
  } catch {
    return false;
  }
}

async function install() {
  say(`Installing ${packages.join(' and ')} for the browser tests`);
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  await exitCode('apt-get', ['update', '-qq'], options);
  await exitCode('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages, 'fontconfig'], options);
}
