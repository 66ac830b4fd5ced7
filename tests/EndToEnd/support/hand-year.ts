import type { Page } from '@playwright/test';
import { choose } from './desk';

type Line = Record<string, string>;

/** About 21万tce, most of it clean: an invented year of an invented park. The grid line is what the verifier corrects later. */
const fuels: Line[] = [
  { 燃料: '天然气(气态)', 用途: '供热', 数量: '742.6' },
  { 燃料: '柴油', 用途: '终端消费', 数量: '198.3' },
];

const electricity: Line[] = [
  { 方向: '购入/自发', 类别: '绿电直供', 电量: '396,420' },
  { 方向: '购入/自发', 类别: '自发非化石', 电量: '91,870.5' },
  { 方向: '购入/自发', 类别: '绿电交易', 电量: '178,600' },
  { 方向: '购入/自发', 类别: '电网（无绿电权益）', 电量: '18,940' },
];

const heat: Line[] = [{ 方向: '购入/自发', 来源: '非化石', 热量: '36,200' }];

const indicators: [group: string, values: Line][] = [
  ['工业固体废物', { 产生量: '17250', 综合利用量: '15310' }],
  ['余热', { 可回收量: '2060', 已回收量: '1342' }],
  ['余压', { 可回收量: '290', 已回收量: '166' }],
  ['工业用水', { 取新水量: '2080000', 重复利用量: '11350000' }],
];

const choices = new Set(['燃料', '用途', '方向', '类别', '来源', '指标']);

/** Goes to a section of the year by its name in the list. */
export const toSection = (desk: Page, section: string) => desk.getByRole('navigation', { name: '数据分节' }).getByRole('button', { name: section, exact: true }).click();

async function fillLines(desk: Page, lines: Line[]) {
  for (const [index, line] of lines.entries()) {
    await desk.getByRole('button', { name: '增加一行' }).last().click();
    for (const [column, value] of Object.entries(line)) await fillCell(desk, index + 1, column, value);
  }
}

export async function fillCell(desk: Page, line: number, column: string, value: string) {
  const cell = desk.getByLabel(`第 ${String(line)} 行，${column}`, { exact: true });
  if (choices.has(column)) await choose(cell, value);
  else await cell.fill(value);
}

/** Everything a park of this kind has to report, section by section, copied from its ledgers with thousands separators. */
export async function fillYear(desk: Page) {
  await toSection(desk, '燃料');
  await fillLines(desk, fuels);
  await toSection(desk, '电力');
  await fillLines(desk, electricity);
  await toSection(desk, '热力');
  await fillLines(desk, heat);
  await toSection(desk, '引导指标');
  for (const [group, values] of indicators) {
    for (const [name, value] of Object.entries(values)) await desk.getByRole('group', { name: group, exact: true }).getByLabel(name, { exact: true }).fill(value);
  }
  await fillLines(desk, [{ 指标: '产品单位能耗', 理由: '园区内没有已发布国家能耗限额标准的产品。' }]);
}
