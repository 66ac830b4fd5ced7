import { createHash } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import { demo, screenshots } from '../support/installation';
import { releasedDay } from '../support/released';
import { expect, test } from '../support/watch';

// What a reader without scripts, a search engine or curl sees.

test.describe('without its script', () => {
  test.use({ javaScriptEnabled: false });

  for (const [language, prefix, unit] of [['zh', '', '吨/吨标准煤'], ['en', '/en', 't/tce']] as const) {
    test(`a park's page in ${language} says its core indicator and leads on`, async ({ page, request }) => {
      const { parkId, year } = demo();
      const park = await (await request.get(`/api/public/v1/parks/${String(parkId)}`)).json() as { coreValue: string; name: string };
      await page.goto(`${prefix}/parks/${String(parkId)}`);
      await expect(page).toHaveTitle(new RegExp(park.name));
      await expect(page.getByText(`${park.coreValue} ${unit}`).first()).toBeVisible();
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${screenshots}/plain-${language}-${String(width)}.png`, fullPage: true });
      }
      await page.locator(`a[href="${prefix}/parks/${String(parkId)}/years/${String(year)}"]`).click();
      await expect(page.locator('h1')).toContainText(String(year));
    });
  }

  for (const [language, prefix, words] of [['zh', '', '签名的清单'], ['en', '/en', 'Signed manifest']] as const) {
    test(`the archive of open data in ${language} leads to a day and its files`, async ({ page, request }) => {
      test.slow();
      const day = await releasedDay();
      await page.goto(`${prefix}/data/releases`);
      await page.locator(`a[href="${prefix}/data/releases/${day}"]`).click();
      await expect(page.getByRole('link', { name: words })).toBeVisible();
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${screenshots}/plain-release-${language}-${String(width)}.png`, fullPage: true });
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${String(width)} px`).toBeLessThanOrEqual(0);
      }
      const file = page.locator(`a[href="/api/public/v1/open-data/releases/${day}/parks.csv"]`);
      const hash = await file.locator('xpath=..').locator('code').textContent();
      const sent = await (await request.get(await file.getAttribute('href') ?? '')).body();
      expect(createHash('sha256').update(sent).digest('hex')).toBe(hash);
    });
  }

  test('the first page finds a park', async ({ page }) => {
    await page.goto('/en');
    await page.locator('input[name=q]').fill('溧阳');
    await page.getByRole('button').click();
    await expect(page.getByRole('link', { name: '江苏常州溧阳高新技术产业开发区' })).toBeVisible();
    await expect(page.getByRole('link', { name: '北京经济技术开发区' })).toHaveCount(0);
  });
});

test('a public page that the reader has is not sent again, and one that is not there is 404', async ({ request }) => {
  for (const path of ['/', '/en', '/about', '/data/releases', '/api/public/v1/open-data/releases', `/parks/${String(demo().parkId)}`, '/api/public/v1/parks', `/api/public/v1/parks/${String(demo().parkId)}`]) {
    const first = await request.get(path);
    expect(first.status(), path).toBe(200);
    expect((await request.get(path, { headers: { 'If-None-Match': first.headers().etag ?? '' } })).status(), path).toBe(304);
  }
  expect((await request.get('/parks/018f0000-0000-7000-8000-000000000000')).status()).toBe(404);
});

test('what a reader types while the script is on its way stays typed', async ({ page }) => {
  let come = () => {};
  const allowed = new Promise<void>((resolve) => { come = resolve; });
  await page.route(/\/assets\/.*\.js$/, async (route) => { await allowed; await route.continue(); });
  await page.goto('/', { waitUntil: 'commit' });
  await page.getByRole('searchbox').pressSequentially('czly');
  come();
  await expect(page.locator('#plain')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toHaveValue('czly');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=czly/);
});

test('what stands there until the script has come can be read by everybody', async ({ page }) => {
  await page.route(/\/assets\/.*\.js$/, (route) => route.abort());
  for (const path of ['/', '/en', `/parks/${String(demo().parkId)}`, `/en/parks/${String(demo().parkId)}/years/${String(demo().year)}`, '/rules']) {
    await page.goto(path);
    await expect(page.locator('h1')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`), path).toEqual([]);
  }
});
