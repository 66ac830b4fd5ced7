import { defineConfig } from '@playwright/test';
import { baseUrl } from './support/installation';

// A real browser against a running registry: BASE_URL and ACCOUNTS name it. Chromium is the system's; nothing is downloaded.
export default defineConfig({
  testDir: './specs',
  globalSetup: './support/play-demo.ts',
  outputDir: '../../.local/browser',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: process.env.RESULTS ?? '../../.local/browser/results.json' }]],
  use: {
    baseURL: baseUrl,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
      ],
    },
  },
});
