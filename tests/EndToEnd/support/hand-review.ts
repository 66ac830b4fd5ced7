import type { Page } from '@playwright/test';
import { openTask } from './desk';
import { expect } from './watch';

/** The province sends the application back; ticked reasons and its own words are what the park reads. */
export async function returnApplication(desk: Page, park: string) {
  await openTask(desk, '形式审查', park);
  await claim(desk);
  await desk.getByLabel('我的备注').fill('北界待核，先退回。');
  await desk.getByRole('button', { name: '保存备注' }).click();
  await expect(desk.getByText('已保存。')).toBeVisible();
  await desk.getByRole('radio', { name: '退回补正' }).check();
  await desk.getByRole('checkbox', { name: '四至边界不清' }).check();
  await desk.getByLabel('补充说明').fill('请写明北侧界线与港区疏港路的关系。');
  await expect(desk.getByText('四至边界不清，请补充图形和文字。\n请写明北侧界线与港区疏港路的关系。')).toBeVisible();
  await send(desk);
}

/** The province recommends: a batch that is none is refused with its reason and the task stays open, then it is written as batches are. */
export async function recommend(desk: Page, park: string) {
  await openTask(desk, '省级推荐决定', park);
  await desk.getByRole('radio', { name: '推荐', exact: true }).check();
  await desk.getByLabel('批次').fill('第二批');
  await desk.getByRole('checkbox', { name: '目标可达' }).check();
  await desk.getByLabel('补充说明').fill('四至已补正，周边海上风电可满足直供，同意推荐。');
  await desk.getByRole('button', { name: '提交结论' }).click();
  await expect(desk.getByRole('alert')).toBeVisible();
  await expect(desk.getByText('结论未生效，事项仍在办理中')).toBeVisible();
  await desk.getByLabel('批次').fill('2026-2');
  await send(desk);
}

/** The nation names the park in a list of its own. */
export async function publishList(desk: Page, park: string) {
  await openTask(desk, '决定是否列入名单', park);
  await desk.getByRole('link', { name: '公布建设名单' }).click();
  await expect(desk.getByRole('checkbox', { name: park })).toBeChecked();
  await desk.getByLabel('文号').fill('发改办环资〔2026〕99号（演示）');
  await desk.getByLabel('公布日期').fill('2026-03-18');
  await desk.getByLabel('出处').fill('演示用文件，不是官方名单。');
  await desk.getByLabel('理由').fill('经专家评审和部门会商，基础条件具备，目标和任务可行，列入建设名单。');
  await desk.getByRole('button', { name: '公布名单（1 个园区）' }).click();
  await expect(desk.getByRole('heading', { name: '名单已公布' })).toBeVisible();
}

/** Province and nation decide on acceptance, each with its reasons. */
export async function decideAcceptance(desk: Page, task: string, park: string, decision: string, reason: string, words: string) {
  await openTask(desk, task, park);
  await desk.getByRole('radio', { name: decision, exact: true }).check();
  await desk.getByRole('checkbox', { name: reason }).check();
  await desk.getByLabel('补充说明').fill(words);
  await send(desk);
}

/** Takes the task. */
async function claim(desk: Page) {
  await desk.getByRole('button', { name: '认领', exact: true }).click();
  await expect(desk.getByText('我在办')).toBeVisible();
}

/** Sends a decision; when it is recorded the desk shows what waits next. */
async function send(desk: Page) {
  await desk.getByRole('button', { name: '提交结论' }).click();
  await expect(desk.getByRole('heading', { level: 1, name: '待办' })).toBeVisible();
}
