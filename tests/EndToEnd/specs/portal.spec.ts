import { demo } from '../support/installation';
import { expect, test } from '../support/watch';

test('a park is found by the letters of its pinyin, and a certificate by its number', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').fill('czly');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page.getByRole('link', { name: '江苏常州溧阳高新技术产业开发区' })).toBeVisible();
  await page.getByRole('searchbox').fill('ABCDEFGH123456789 000000000000001');
  await page.getByRole('button', { name: '查找' }).click();
  await expect(page).toHaveURL(/\/certificates\?number=ABCDEFGH123456789000000000000001/);
});

test('what the map is shaded by stands in the address', async ({ page }) => {
  await page.goto('/en');
  await page.getByLabel('Shaded by').selectOption('accepted');
  await expect(page).toHaveURL(/by=accepted/);
  await page.reload();
  await expect(page.getByLabel('Shaded by')).toHaveValue('accepted');
});

test('every figure of the first page opens the records that it counts', async ({ page, request }) => {
  const { items } = await (await request.get('/api/public/v1/figures')).json() as { items: { id: string; value: number; query: string }[] };
  for (const { id, value, query } of items) {
    const answer = await (await request.get(`/api/public/v1${query}`)).json() as { total?: number; items: { listed?: number }[] };
    expect(answer.total ?? answer.items.filter((line) => (line.listed ?? 0) > 0).length, id).toBe(value);
  }
  await page.goto('/');
  await page.getByRole('link', { name: /已披露的年度/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: '披露年度' })).toBeVisible();
});

test('parks are set side by side, and the address can be shared', async ({ page }) => {
  const { parkId } = demo();
  await page.goto(`/compare?parks=${String(parkId)}`);
  const table = page.getByRole('table', { name: '对比' });
  await expect(table.getByRole('columnheader')).toHaveCount(2);
  await page.getByRole('searchbox').fill('溧阳');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('button', { name: /加入.*溧阳/ }).click();
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await page.reload();
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await table.getByRole('button', { name: /移除.*溧阳/ }).click();
  await expect(table.getByRole('columnheader')).toHaveCount(2);
});

test('a park can be followed, and its badge says how it stands', async ({ request }) => {
  const id = String(demo().parkId);
  const feed = await request.get(`/api/public/v1/feeds/parks/${id}.atom`);
  expect(feed.headers()['content-type']).toContain('application/atom+xml');
  expect(await feed.text()).toContain('验收通过');
  expect(await (await request.get(`/api/public/v1/badges/${id}.svg`)).text()).toContain('已通过验收');
});

test('a figure is recomputed in the reader’s own browser', async ({ page }) => {
  await page.goto(`/parks/${String(demo().parkId)}`);
  await page.getByRole('button', { name: /查看“单位能耗碳排放”的推算过程/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: '在浏览器中重新计算' }).click();
  await expect(drawer.getByText(/重新计算了 \d+ 步，全部与记录一致/)).toBeVisible();
  await expect(drawer.getByText('没有可计算的公式')).toHaveCount(0);
});
