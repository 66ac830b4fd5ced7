import { api } from '../support/api';
import { baseUrl, demo } from '../support/installation';
import { pictures } from '../support/pictures';
import { expect, test } from '../support/watch';

// A park's boundary changes: the nation records it at its desk, and everybody sees version, drawing, decision and timeline.

test.setTimeout(240_000);

const versions = async (park: string) => ((await (await fetch(`${baseUrl}/api/public/v1/parks/${park}`)).json()) as { boundaries: { number: number }[] }).boundaries.length;

test('the nation changes a boundary, and everybody sees what was added, what was left out, and why', async ({ as }) => {
  const park = String(demo().parkId);
  const { facts } = await api('national', 'GET', `registration/v1/parks/${park}`) as unknown as { facts: { name: string; fourBounds: string } };
  const number = await versions(park) + 1;
  const mark = String(Date.now() % 100_000).padStart(5, '0');
  const east = Number(`120.65${mark}`);
  const outline = { type: 'Polygon', coordinates: [[[120.575, 33.36], [east, 33.36], [east, 33.4], [120.6, 33.4], [120.575, 33.39], [120.575, 33.36]]] };
  const reasons = `（演示）东侧并入海堤外围垦区 ${mark}，同意调整。`;

  const desk = await as('national');
  await desk.goto('/desk/parks');
  await desk.getByRole('link', { name: `调整边界 ${facts.name}`, exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('调整园区边界');
  const send = desk.getByRole('button', { name: '记录边界调整' });
  const field = (label: string) => desk.locator('.ant-form-item').filter({ has: desk.getByLabel(label) });

  await send.click();
  await expect(field('适用核算年度起')).toContainText('必填');
  await desk.getByLabel('适用核算年度起').fill('2024');
  await desk.getByLabel('文件日期').fill('2026-11-01');
  await send.click();
  await expect(field('文号')).toContainText('必填');
  await expect(field('理由')).toContainText('必填');
  await pictures(desk, 'boundary-desk-missing-zh');
  await desk.getByLabel('文号').fill(`演示文号〔2026〕${mark}号`);
  await desk.getByLabel('出处').fill('演示图件，不是测绘成果。');
  await desk.getByLabel('理由').fill(reasons);
  await desk.getByLabel('四至', { exact: true }).fill(`${facts.fourBounds}，围垦区 ${mark} 在内`);
  await send.click();
  await expect(field('适用核算年度起')).toContainText('基准年以前');
  await desk.getByLabel('适用核算年度起').fill('2027');
  await expect(field('适用核算年度起')).not.toContainText('基准年以前');
  await desk.getByLabel('边界图形').fill('东经一百二十度');
  await send.click();
  await expect(field('边界图形')).toContainText('不是有效的 GeoJSON');
  await desk.getByLabel('边界图形').fill(JSON.stringify(outline));
  await expect(desk.getByRole('img', { name: /边界变化/ })).toBeVisible();
  await expect(desk.getByRole('row', { name: /新划入/ })).toContainText('km²');
  await pictures(desk, 'boundary-desk-preview-zh');
  await send.click();
  await expect(desk.getByRole('heading', { level: 1 })).toHaveText('边界调整已记录');

  const visitor = await as('visitor');
  await expect.poll(() => versions(park), { timeout: 30_000 }).toBe(number);
  for (const [language, prefix, title, label, added, version] of [['zh', '', '边界及其变化', '新边界', '新划入', `第 ${String(number)} 版`], ['en', '/en', 'Boundary and its changes', 'After', 'Added', `version ${String(number)}`]] as const) {
    await visitor.goto(`${prefix}/parks/${park}`);
    const section = visitor.getByRole('region', { name: title });
    await expect(section.getByRole('row', { name: new RegExp(`演示文号〔2026〕${mark}号`) })).toBeVisible();
    await expect(section.getByLabel(label).locator('option:checked')).toHaveText(version);
    await expect(section.getByRole('row', { name: new RegExp(added) })).toContainText('km²');
    await expect(section.locator('ins')).toContainText(`围垦区 ${mark} 在内`);
    await pictures(visitor, `boundary-public-${language}`);
  }
  await visitor.getByLabel('Before').selectOption('version 1');
  await expect(visitor.getByRole('img', { name: /version 1 and version/ })).toBeVisible();

  await visitor.goto(`/parks/${park}`);
  await expect(visitor.getByRole('region', { name: '决定与理由' })).toContainText(reasons);
  await expect(visitor.getByRole('region', { name: '时间线' }).getByRole('heading', { name: '调整园区边界' }).first()).toBeVisible();
  const feed = await (await fetch(`${baseUrl}/api/public/v1/feeds/parks/${park}.atom`)).text();
  expect(feed).toContain(reasons);
});

test('a year says which registered boundary applies to it', async ({ page }) => {
  await page.goto(`/parks/${String(demo().parkId)}/years/${String(demo().year)}`);
  await expect(page.getByRole('region', { name: '适用的边界' })).toContainText(`${String(demo().year)} 年适用登记边界第 1 版`);
});
