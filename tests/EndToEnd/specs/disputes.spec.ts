import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demo, screenshots } from '../support/installation';
import { expect, test } from '../support/watch';

// A figure is disputed, answered and concluded, each by whoever may; an insider comes back with nothing but a key.

/** A picture at both ends of the widths, and nothing that axe finds. */
async function look(page: Page, name: string) {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.screenshot({ path: `${screenshots}/disputes-${name}-${String(width)}.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} at ${String(width)} px`).toBeLessThanOrEqual(0);
  }
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`), name).toEqual([]);
}

test.setTimeout(180_000);

const inQueue = (desk: Page, number: string) => desk.goto('/desk/disputes').then(() => desk.getByRole('link', { name: number }).click());

test('a verified figure is disputed, taken up, answered by the body and concluded', async ({ as }) => {
  const visitor = await as('visitor');
  await visitor.goto(`/parks/${String(demo().parkId)}`);
  await visitor.getByRole('button', { name: /查看“单位能耗碳排放”的推算过程/ }).click();
  const drawer = visitor.getByRole('dialog');
  await drawer.getByText('质疑这个数字').click();
  await drawer.getByRole('button', { name: '提交质疑' }).click();
  await expect(drawer.getByRole('alert')).toContainText('至少 10 个字');
  await drawer.getByLabel('哪里不对，依据是什么').fill('<script>alert(1)</script> 夜间仍在燃煤，与公开的用电曲线不符。');
  await drawer.getByLabel('联系方式').fill('resident@example.org');
  await drawer.getByRole('button', { name: '提交质疑' }).click();
  const number = /D-\d{4}-\d{6}/.exec(await drawer.getByRole('status').textContent() ?? '')?.[0] ?? '';

  const national = await as('national');
  await inQueue(national, number);
  await expect(national.getByText('resident@example.org')).toBeVisible();
  await look(national, 'triage');
  await national.getByRole('radio', { name: '受理', exact: true }).check();
  await national.getByLabel('需要答复什么（公开）').fill('请核对燃煤量与用电曲线。');
  await national.getByRole('button', { name: '公布决定' }).click();
  await expect(national.getByRole('heading', { name: '是否受理' })).toBeHidden();

  const body = await as('verifier-lead');
  await inQueue(body, number);
  await expect(body.getByText('resident@example.org')).toBeHidden();
  await body.getByLabel('答复（公开）').fill('已核对进厂煤单据与曲线，数值无误。');
  await body.getByRole('button', { name: '公开答复' }).click();
  await expect(body.getByText('已核对进厂煤单据与曲线')).toBeVisible();

  await national.reload();
  await national.getByRole('radio', { name: '不成立', exact: true }).check();
  await national.getByLabel('理由（公开）').fill('单据与曲线一致。');
  await look(national, 'conclusion');
  await national.getByRole('button', { name: '公布结论' }).click();
  await expect(national.getByText('单据与曲线一致。')).toBeVisible();

  await visitor.goto(`/en/disputes/${number}`);
  await expect(visitor.getByText('not upheld').first()).toBeVisible();
  await expect(visitor.getByText('resident@example.org')).toBeHidden();
  await look(visitor, 'public-en');
  await visitor.goto('/disputes');
  await expect(visitor.getByRole('link', { name: number })).toBeVisible();
  await look(visitor, 'list');
});

test('an insider is told what is kept, gets a key, and comes back with it; no cookie is set', async ({ as }) => {
  const insider = await as('visitor');
  await insider.goto(`/disputes/new?park=${String(demo().parkId)}&year=${String(demo().year)}&figure=reported.total&protected`);
  await expect(insider.getByText('不保存您的网络地址')).toBeVisible();
  await look(insider, 'protected');
  await insider.getByLabel('哪里不对，依据是什么').fill('台账与报送的燃料用量不一致。');
  await insider.getByRole('button', { name: '提交' }).click();
  const key = await insider.locator('code.key').textContent() ?? '';
  const number = /D-\d{4}-\d{6}/.exec(await insider.getByRole('status').textContent() ?? '')?.[0] ?? '';
  await look(insider, 'key');

  const national = await as('national');
  await inQueue(national, number);
  await national.getByLabel('问题', { exact: true }).fill('哪一个月的台账？');
  await national.getByRole('button', { name: '提问' }).click();
  await expect(national.getByText('哪一个月的台账？').first()).toBeVisible();

  await insider.goto('/disputes/follow');
  await insider.getByLabel('密钥').fill(key.toLowerCase());
  await insider.getByRole('button', { name: '打开' }).click();
  await expect(insider.getByText('哪一个月的台账？')).toBeVisible();
  await insider.getByLabel('补充说明').fill('三月。');
  await insider.getByRole('button', { name: '提交补充' }).click();
  await expect(insider.getByText('三月。')).toBeVisible();
  await look(insider, 'follow');
  expect(await insider.context().cookies()).toEqual([]);
});
