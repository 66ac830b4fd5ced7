import { api } from '../support/api';
import { album, autosaved } from '../support/desk';
import { inBill, toSection } from '../support/hand-year';
import { demo } from '../support/installation';
import { expect, test } from '../support/watch';
import { yearOf } from '../support/years';

// A year's draft in the browser: saved by itself, two people at once, warnings answered, changes shown, enterprises rolled up.

const electricity = (grid: string) => [{ direction: 'in', kind: 'direct', mwh: '700000' }, { direction: 'in', kind: 'grid', mwh: grid }];

async function opened(year: number) {
  return api('park', 'POST', 'submission/v1/submissions', { parkId: demo().parkId, year });
}

test('a draft saves itself, and two who edit at once choose whose stays', async ({ page, signIn }) => {
  const shot = album('draft');
  const { id } = await opened(yearOf.twoAtOnce);
  await signIn('park');
  await page.goto(`/desk/submissions/${id}?section=electricity`);
  await inBill(page, '从电网购入总量').fill('1000');
  await autosaved(page);
  await shot(page, 'saved');

  await api('park', 'PUT', `submission/v1/submissions/${id}/draft`, { year: yearOf.twoAtOnce, electricity: electricity('7') }, 1);
  await inBill(page, '从电网购入总量').fill('2000');
  const conflict = page.getByRole('alert').filter({ hasText: '草稿已被他人更改' });
  await expect(conflict).toBeVisible();
  await shot(page, 'conflict');
  await conflict.getByRole('button', { name: '保留我填写的' }).click();
  await autosaved(page);
  expect((await api('park', 'GET', `submission/v1/submissions/${id}`)).draftVersion).toBe(3);
});

test('warnings are answered, enterprises rolled up, and a correction shows what it changes', async ({ page, signIn }) => {
  const shot = album('restatement');
  const { id } = await opened(yearOf.restatement);
  await api('park', 'PUT', `submission/v1/submissions/${id}/draft`, { year: yearOf.restatement, electricity: [{ direction: 'in', kind: 'grid', mwh: '800000' }] }, 0);
  await signIn('park');
  await page.goto(`/desk/submissions/${id}?section=electricity`);
  await expect(page.getByLabel('理由', { exact: true }).first()).toBeVisible();
  for (const reason of await page.getByLabel('理由', { exact: true }).all()) await reason.fill('绿电直连线路 2026 年投运，此前由电网供电。');
  await expect(page.getByText('待说明')).toHaveCount(0);
  await autosaved(page);
  await shot(page, 'answered');
  await toSection(page, '按企业填报');
  await page.getByRole('button', { name: '增加一家企业' }).click();
  await page.getByLabel('企业名称').fill('演示玻璃有限公司');
  await inBill(page, '从电网购入总量').fill('50000');
  await expect(page.getByText('能耗中未按企业填报的占比')).toBeVisible();
  await shot(page, 'enterprises');
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await shot(page, `enterprises-${String(width)}`, width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.getByRole('button', { name: '核对并报送' }).click();
  await shot(page, 'check');
  await page.getByRole('checkbox', { name: '数据真实、完整' }).check();
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await page.getByRole('button', { name: '更正并重新报送' }).click();
  await toSection(page, '电力');
  await inBill(page, '从电网购入总量').fill('810000');
  await autosaved(page);
  await page.getByRole('button', { name: '核对并报送' }).click();
  await expect(page.getByRole('heading', { name: '与第 1 版的差异' })).toBeVisible();
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await shot(page, `differences-${String(width)}`, width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.getByLabel('重新报送的理由').fill('12 月结算单补到。');
  await page.getByRole('checkbox', { name: '数据真实、完整' }).check();
  await page.getByRole('button', { name: '报送', exact: true }).click();
  await expect(page.getByText('12 月结算单补到。')).toBeVisible();
  await shot(page, 'versions');
});
