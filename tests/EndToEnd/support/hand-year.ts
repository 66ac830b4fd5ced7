import type { Page } from '@playwright/test';
import { choose } from './desk';

type Line = Record<string, string>;

/** About 21万tce, most of it clean: an invented year of an invented park. What is left of the total for the grid is what the verifier corrects later. */
const fuels: [fuel: string, use: string, quantity: string][] = [
  ['天然气(气态)', '供热', '742.6'],
  ['柴油', '终端消费', '198.3'],
];

const bill: Line = {
  从电网购入总量: '197,540',
  '其中：绿色电力交易，电量': '178,600',
  '绿电直连等非化石直供，电量': '396,420',
  '园区自发非化石电量（发电侧计量），电量': '91,870.5',
};

const indicators: [group: string, values: Line][] = [
  ['工业固体废物', { 产生量: '17250', 综合利用量: '15310' }],
  ['余热', { 可回收量: '2060', 已回收量: '1342' }],
  ['余压', { 可回收量: '290', 已回收量: '166' }],
  ['工业用水', { 取新水量: '2080000', 重复利用量: '11350000' }],
];

/** Goes to a section of the year by its name in the list. */
export const toSection = (desk: Page, section: string) => desk.getByRole('navigation', { name: '数据分节' }).getByRole('button', { name: section, exact: true }).click();

/** Adds a row for something, searched by a part of its name. */
export async function addRow(desk: Page, list: string, entry: string) {
  await choose(desk.getByRole('combobox', { name: `${list}：添加`, exact: true }), entry);
}

/** A number of the electricity bill, by the name of its row. */
export const inBill = (desk: Page, row: string) => desk.getByRole('textbox', { name: row, exact: true });

/** Everything a park of this kind has to report, section by section, copied from its ledgers with thousands separators. */
export async function fillYear(desk: Page) {
  await toSection(desk, '燃料');
  for (const [fuel, use, quantity] of fuels) {
    await addRow(desk, '燃料', fuel);
    await choose(desk.getByLabel(`${fuel}，用途`, { exact: true }), use);
    await desk.getByLabel(`${fuel} · ${use}，数量`, { exact: true }).fill(quantity);
  }
  await toSection(desk, '电力');
  for (const [row, mwh] of Object.entries(bill)) await inBill(desk, row).fill(mwh);
  await toSection(desk, '热力');
  await addRow(desk, '热力', '购入/自发 · 非化石');
  await desk.getByLabel('购入/自发 · 非化石，热量', { exact: true }).fill('36,200');
  await toSection(desk, '引导指标');
  for (const [group, values] of indicators) {
    for (const [name, value] of Object.entries(values)) await desk.getByRole('group', { name: group, exact: true }).getByLabel(name, { exact: true }).fill(value);
  }
  await addRow(desk, '不适用的指标', '产品单位能耗');
  await desk.getByLabel('产品单位能耗，理由').fill('园区内没有已发布国家能耗限额标准的产品。');
}
