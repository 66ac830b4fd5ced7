import type { Page } from '@playwright/test';
import { demo, screenshots } from '../support/installation';
import { pictures } from '../support/pictures';
import { expect, test } from '../support/watch';

// Anybody checks a record in the browser: what holds, and what somebody changed on the way.

const words = {
  zh: { base: '', check: /^核对此记录/, held: '已在日志中，未被改动', failed: '核对不成立', more: /显示全部/, lang: 'zh' },
  en: { base: '/en', check: /^Check this record/, held: 'It is in the log, unchanged', failed: 'This does not hold', more: /^Show all/, lang: 'en' },
} as const;

/** What the check says in the end; other parts of the page may still be loading. */
const answer = (page: Page) => page.locator('.check-answer[role=status]');

const steps = (page: Page) => page.locator('.check-steps > li').evaluateAll((items) => items.map((item) => `${item.getAttribute('data-step') ?? ''} ${item.getAttribute('data-state') ?? ''}`));
const all = ['receipt held', 'entry held', 'path held', 'signature held', 'memory held', 'facts held'];
const year = () => `/parks/${String(demo().parkId)}/years/${String(demo().year)}`;

/** Another bit in the last hash before the checkpoint. */
const tampered = (receipt: string) => receipt.replace(/\n([A-Za-z0-9+/])([A-Za-z0-9+/]{42}=)\n\n/, (_, first: string, rest: string) => `\n${first === 'A' ? 'B' : 'A'}${rest}\n\n`);

for (const [language, say] of Object.entries(words)) {
  test(`a record of a year is checked step by step, in ${language}`, async ({ page }) => {
    await page.goto(say.base + year());
    const buttons = page.getByRole('button', { name: say.check });
    await expect(buttons).toHaveCount(4);
    await buttons.first().click();
    await expect(answer(page)).toContainText(say.held);
    expect(await steps(page)).toEqual(all);
    await pictures(page, `check-right-${language}`);
    await page.keyboard.press('Escape');
    await buttons.last().click();
    await expect(answer(page)).toContainText(say.held);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('registry-log:')))).toHaveLength(1);
  });

  test(`a receipt that was changed on its way is refused with the reason, in ${language}`, async ({ page }) => {
    await page.route('**/proof/inclusion*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: tampered(await response.text()) });
    });
    await page.goto(say.base + year());
    await page.getByRole('button', { name: say.check }).first().click();
    await expect(answer(page)).toContainText(say.failed);
    expect(await steps(page)).toEqual(['receipt held', 'entry held', 'path failed', 'signature open', 'memory open', 'facts open']);
    expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('registry-log:')))).toEqual([]);
    await pictures(page, `check-tampered-${language}`);
  });

  test(`the page of its own checks a receipt that is fetched, dropped or pasted, in ${language}`, async ({ page }) => {
    const timeline = await (await page.request.get(`/api/public/v1/parks/${String(demo().parkId)}/timeline`)).json() as { items: { eventId: string }[] };
    const event = timeline.items.at(-1)?.eventId ?? '';
    await page.goto(`/check.html?event=${event}&lang=${say.lang}`);
    await expect(answer(page)).toContainText(say.held);
    await pictures(page, `check-page-right-${language}`);
    const receipt = await (await page.request.get(`/proof/inclusion?event=${event}`)).text();
    await page.goto(`/check.html?lang=${say.lang}`);
    await page.locator('input[type=file]').setInputFiles({ name: 'one.tlog-proof', mimeType: 'text/plain', buffer: Buffer.from(receipt) });
    await expect(answer(page)).toContainText(say.held);
    await page.locator('textarea').first().fill(tampered(receipt));
    await page.locator('button.main').click();
    await expect(answer(page)).toContainText(say.failed);
    await pictures(page, `check-page-tampered-${language}`);
  });
}

test('a page that says otherwise than the log is found out', async ({ page }) => {
  await page.route('**/api/public/v1/parks/*/timeline', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('现场评估通过', '现场评估未做') });
  });
  await page.goto(`/en/parks/${String(demo().parkId)}`);
  await page.locator('.timeline li').filter({ hasText: '现场评估未做' }).getByRole('button', { name: words.en.check }).click();
  await expect(answer(page)).toContainText(words.en.failed);
  expect((await steps(page)).at(-1)).toBe('facts failed');
  await expect(page.locator('.check-steps')).toContainText('现场评估未做');
});

test('a year whose figures are not those of the log is found out', async ({ page }) => {
  // The figures come with the page.
  await page.route(`**/en${year()}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/(id="known">)(.*?)(<\/script>)/s, (_, head: string, known: string, end: string) => {
      const answers = JSON.parse(known) as Record<string, { verified: { emissions: { total: string } } }>;
      const shown = answers[year()];
      if (shown) shown.verified.emissions.total = '1';
      return `${head}${JSON.stringify(answers)}${end}`;
    });
    await route.fulfill({ response, body });
  });
  await page.goto(`/en${year()}`);
  await page.getByRole('button', { name: 'Check this record Year disclosed' }).click();
  await expect(answer(page)).toContainText(words.en.failed);
  expect((await steps(page)).filter((step) => step.endsWith('failed'))).toEqual(['facts failed']);
  await expect(page.locator('.check-steps')).toContainText('verifiedEmissionsT');
});

test('two logs are told apart by what the browser remembers', async ({ page }) => {
  await page.goto(`/en${year()}`);
  await page.getByRole('button', { name: words.en.check }).first().click();
  await expect(answer(page)).toContainText(words.en.held);
  await page.keyboard.press('Escape');
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.startsWith('registry-log:')) ?? '';
    const pinned = JSON.parse(localStorage.getItem(key) ?? '') as { checkpoint: string };
    const other = pinned.checkpoint.replace(/^(.+\n\d+\n)(.)/, (_, head: string, first: string) => head + (first === 'A' ? 'B' : 'A'));
    localStorage.setItem(key, JSON.stringify({ ...pinned, checkpoint: other }));
  });
  await page.getByRole('button', { name: words.en.check }).first().click();
  await expect(answer(page)).toContainText(words.en.failed);
  expect((await steps(page)).filter((step) => step.endsWith('failed'))).toEqual(['memory failed']);
});

test('a printed year carries the address where it is checked, as a code and in letters', async ({ page }) => {
  await page.goto(year());
  await expect(page.locator('.printed-receipt svg')).toBeAttached();
  await expect(page.locator('.printed-receipt')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.printed-receipt')).toBeVisible();
  await expect(page.locator('.printed-receipt')).toContainText('/check.html?event=');
  await page.setViewportSize({ width: 794, height: 1123 });
  await page.locator('.printed-receipt').screenshot({ path: `${screenshots}/printed-receipt.png` });
});

test('the page of its own is three files that need nothing else', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => { asked.push(new URL(request.url()).pathname); });
  await page.goto('/check.html');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(asked.filter((path) => path !== '/favicon.ico').sort()).toEqual(['/check.css', '/check.html', '/check.js']);
  expect(await (await page.request.get('/check.js')).text()).not.toMatch(/\bimport\s*[({"']/);
});
