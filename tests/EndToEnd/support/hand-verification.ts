import type { Page } from '@playwright/test';
import { openTask } from './desk';
import { inBill, toSection } from './hand-year';
import { expect } from './watch';

export async function nameTeam(desk: Page, park: string) {
  await openTask(desk, '组建核查组', park);
  await desk.getByRole('checkbox', { name: '演示·核查员' }).check();
  await desk.getByRole('button', { name: '确定核查组' }).click();
  await expect(desk.getByRole('listitem').filter({ hasText: '演示·核查员' })).toBeVisible();
}

export async function raiseFinding(desk: Page, park: string) {
  await openTask(desk, '开展核查', park);
  await desk.getByRole('radio', { name: '不符合项' }).check();
  const line = desk.getByLabel('涉及的数据行');
  await line.click();
  await line.fill('电网');
  await line.press('Enter');
  await desk.getByLabel('内容').fill('电网购入电量与供电公司结算单不符：结算单合计 19,420 兆瓦时，报送 18,940 兆瓦时。');
  await desk.getByRole('button', { name: '提出', exact: true }).click();
  await expect(desk.getByRole('heading', { name: '1. 不符合项' })).toContainText('待答复');
}

export async function answerFinding(desk: Page, park: string, words: string) {
  await openTask(desk, '答复核查发现', park);
  await desk.getByLabel('答复', { exact: true }).fill(words);
  await desk.getByRole('button', { name: '提交答复' }).click();
  await expect(desk.getByRole('heading', { name: '1. 不符合项' })).toContainText('已答复');
}

/** The answer lacks the proof: it goes back to the park with a word on what is missing. */
export async function returnAnswer(desk: Page, park: string, words: string) {
  await openTask(desk, '复核答复', park);
  await desk.getByLabel('还缺什么').fill(words);
  await desk.getByRole('button', { name: '退回，请补充' }).click();
  await expect(desk.getByRole('heading', { name: '1. 不符合项' })).toContainText('待答复');
}

export async function closeFinding(desk: Page, park: string, words: string) {
  await openTask(desk, '复核答复', park);
  await desk.getByLabel('复核意见').fill(words);
  await desk.getByRole('button', { name: '关闭', exact: true }).click();
  await expect(desk.getByRole('heading', { name: '1. 不符合项' })).toContainText('已关闭');
}

/** The leader corrects what the finding showed, sees the result change, and signs. */
export async function sign(desk: Page, park: string) {
  await openTask(desk, '签署核查声明', park);
  await desk.getByRole('button', { name: '更正数值' }).click();
  const values = desk.getByRole('dialog', { name: '更正数值' });
  await toSection(desk, '电力');
  await inBill(desk, '从电网购入总量').fill('198,020');
  await expect(values.getByRole('region', { name: '计算结果' })).toContainText('16,167');
  await values.getByRole('button', { name: '采用这些数值' }).click();
  await expect(desk.getByText('已按核查结果更正。')).toBeVisible();
  await desk.getByLabel('声明正文').fill('我们按照附件4核算方法核查了园区年度数据。更正后的数据在所有重大方面公允反映了园区的能源消费和碳排放。');
  await desk.getByRole('checkbox', { name: '由我本人签署' }).check();
  await desk.getByRole('button', { name: '签署', exact: true }).click();
  await expect(desk.getByRole('heading', { name: '核查声明' })).toBeVisible();
}

/** An engaged body is chosen from those that are accredited. */
export async function engage(desk: Page, park: string) {
  await openTask(desk, '委托核查机构', park);
  await desk.getByRole('radio', { name: '演示核查机构' }).check();
  await desk.getByRole('button', { name: '委托', exact: true }).click();
  await expect(desk.getByRole('heading', { level: 1, name: '年度核查' })).toBeVisible();
}

