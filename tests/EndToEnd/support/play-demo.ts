import { execFileSync } from 'node:child_process';
import { accountsFile, baseUrl, root } from './installation';

/** Before the tests: one park's whole life through the API, so that every page has something to show. */
export default function playDemo() {
  const output = execFileSync(`${root}registry`, ['demo', '--json'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, REGISTRY_URL: baseUrl, REGISTRY_ACCOUNTS: accountsFile },
  });
  process.env.DEMO_IDS = output.trim().split('\n').at(-1);
}
