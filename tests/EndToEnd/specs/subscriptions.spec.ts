import AxeBuilder from '@axe-core/playwright';
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { demo, root, screenshots } from '../support/installation';
import { expect, test } from '../support/watch';

// A park is followed by mail: asked, confirmed by a button and ended by one; the mails lie in the installation's folder.

const mails = `${process.env.REGISTRY_STATE ?? `${root}.local`}/mail`;

/** A picture of a part at both ends of the widths, and nothing that axe finds. */
async function look(page: Page, name: string, part = 'body') {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.locator(part).screenshot({ path: `${screenshots}/subscriptions-${name}-${String(width)}.png` });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} at ${String(width)} px`).toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`), name).toEqual([]);
}

/** The key of the newest mail to an address, as soon as there is one. */
async function keyTo(address: string): Promise<string> {
  let key = '';
  await expect.poll(() => {
    for (const name of readdirSync(mails)) {
      const raw = readFileSync(`${mails}/${name}`, 'latin1');
      if (!raw.includes(address)) continue;
      const body = Buffer.from(raw.slice(raw.indexOf('\r\n\r\n')).replace(/\s/g, ''), 'base64').toString('utf8');
      key = /[?]key=([A-Z0-9-]+)/.exec(body)?.[1] ?? key;
    }
    return key;
  }, { timeout: 20_000 }).not.toBe('');
  return key;
}

const words = {
  zh: { prefix: '', title: '用邮件订阅', email: '邮箱地址', send: '订阅', missing: '请填写邮箱地址', asked: '48 小时内确认', confirm: '确认订阅', confirmed: '已确认', stop: '停止并删除地址', stopped: '邮箱地址已删除', gone: '已失效', half: '链接不完整' },
  en: { prefix: '/en', title: 'Follow by mail', email: 'E-mail address', send: 'Follow', missing: 'Enter an e-mail address', asked: 'within 48 hours', confirm: 'Confirm', confirmed: 'Confirmed.', stop: 'Stop and erase my address', stopped: 'Your address is erased', gone: 'not valid any more', half: 'not whole' },
} as const;

for (const [language, say] of Object.entries(words)) {
  test(`a park is followed by mail in ${language}, confirmed by a button and ended by one`, async ({ page }) => {
    test.slow();
    const address = `reader-${language}-${String(Date.now())}@registry.example`;
    await page.goto(`${say.prefix}/parks/${String(demo().parkId)}`);
    await page.getByText(say.title).click();
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(say.missing);
    await look(page, `form-${language}`, 'section:has(> .by-mail)');
    await page.getByLabel(say.email).fill(address);
    await page.getByRole('button', { name: say.send, exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: say.asked })).toBeVisible();
    await look(page, `sent-${language}`, 'section:has(> .by-mail)');

    const key = await keyTo(address);
    await page.goto(`${say.prefix}/subscriptions/confirm?key=${key}`);
    await look(page, `confirm-${language}`);
    await page.getByRole('button', { name: say.confirm, exact: true }).click();
    await expect(page.getByRole('status')).toContainText(say.confirmed);
    await look(page, `confirmed-${language}`);
    await page.goto(`${say.prefix}/subscriptions/stop?key=${key}`);
    await look(page, `stop-${language}`);
    await page.getByRole('button', { name: say.stop }).click();
    await expect(page.getByRole('status')).toContainText(say.stopped);
    await look(page, `stopped-${language}`);
    await page.goto(`${say.prefix}/subscriptions/confirm?key=${key}`);
    await page.getByRole('button', { name: say.confirm, exact: true }).click();
    await expect(page.getByRole('alert')).toContainText(say.gone);
    await look(page, `gone-${language}`);
    await page.goto(`${say.prefix}/subscriptions/stop?key=${key.slice(0, 20)}`);
    await expect(page.getByText(say.half)).toBeVisible();
    await expect(page.getByRole('button', { name: say.stop })).toHaveCount(0);
  });
}

test.describe('without its script', () => {
  test.use({ javaScriptEnabled: false });

  test('the buttons work as well', async ({ page, request }) => {
    const address = `reader-plain-${String(Date.now())}@registry.example`;
    const asked = await request.post('/api/public/v1/subscriptions', { data: { email: address, park: demo().parkId, language: 'en' } });
    expect(asked.status()).toBe(202);
    const key = await keyTo(address);
    await page.goto(`/en/subscriptions/confirm?key=${key}`);
    await page.getByRole('button', { name: words.en.confirm }).click();
    await expect(page.getByText(words.en.confirmed)).toBeVisible();
    await page.goto(`/subscriptions/stop?key=${key}`);
    await page.getByRole('button', { name: words.zh.stop }).click();
    await expect(page.getByText(words.zh.stopped)).toBeVisible();
  });
});

test('a narrowed list and a province can be followed, by feed and by mail', async ({ page }) => {
  await page.goto('/en?province=320000&stage=listed');
  await expect(page.getByRole('heading', { name: 'Follow these parks' })).toBeVisible();
  const feed = await page.getByRole('link', { name: 'Feed (Atom)' }).getAttribute('href');
  expect(await (await page.request.get(feed ?? '')).text()).toContain('<feed');
  await look(page, 'search');
  await page.goto('/provinces/320000');
  await page.getByText('用邮件订阅').click();
  await expect(page.getByLabel('邮箱地址')).toBeVisible();
  await look(page, 'province');
});
