import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { api } from '../support/api';
import { screenshots } from '../support/installation';
import { marked, submitted } from '../support/submitted';
import { expect, test } from '../support/watch';

// Processes in the browser: the inbox and the dossier, the live picture and its public version, the designer.

test.setTimeout(300_000);

/** A picture at both ends of the widths, and nothing that axe finds. */
async function look(page: Page, name: string) {
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForLoadState('domcontentloaded');
    await page.screenshot({ path: `${screenshots}/processes-${name}-${String(width)}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`), `${name} at ${String(width)} px`).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} at ${String(width)} px`).toBeLessThanOrEqual(0);
  }
}

test('two tasks are claimed at once from the keyboard, and each says why it is due on its day', async ({ page, signIn }) => {
  const names = [marked('认领甲'), marked('认领乙')];
  for (const name of names) await submitted(name);
  await signIn('province');
  for (const name of names) {
    const box = page.getByRole('checkbox', { name: `选择 形式审查 ${name}` });
    await expect(box).toBeVisible();
    await box.focus();
    await page.keyboard.press('Space');
  }
  await look(page, 'inbox');
  await page.getByRole('button', { name: '认领所选（2）' }).click();
  await expect(page.getByText('已认领 2 项。')).toBeVisible();
  for (const name of names) await expect(page.getByRole('row').filter({ hasText: name })).toContainText('我在办');
  await page.getByRole('searchbox', { name: '按园区或事项查找' }).fill(names[0] ?? '');
  await expect(page.getByRole('row').filter({ hasText: names[1] ?? '' })).toHaveCount(0);
  await page.getByRole('link', { name: '形式审查' }).click();
  await page.getByText('为什么是这一天截止').click();
  await expect(page.getByText(/期限 \d+ 个工作日；自 .+ 起算，当日不计入/)).toBeVisible();
  await expect(page.getByText('民法典第二百零一条', { exact: false })).toBeVisible();
  await look(page, 'task');
});

test('a case is followed live by who may, and by everybody without opinions', async ({ as }) => {
  const name = marked('实时');
  const { park, task } = await submitted(name);
  const province = await as('province');
  await province.goto(`/desk/processes/${task.instance}`);
  await expect(province.getByText('实时更新')).toBeVisible();
  const row = province.getByRole('row').filter({ hasText: '形式审查' });
  await expect(row).toContainText('办理中');
  await expect(province.locator('.bjs-powered-by')).toBeVisible();
  await api('province', 'POST', `workflows/v1/tasks/${task.id}/completion`, { outcome: 'complete', reasons: '（演示）内部记录的理由。' }, task.version);
  await expect(row.first(), 'moved without reloading').toContainText('已办结');
  await province.getByRole('button', { name: '形式审查' }).first().click();
  await expect(province.getByRole('heading', { name: '形式审查：办理记录' })).toBeVisible();
  await expect(province.getByText('（演示）内部记录的理由。')).toBeVisible();
  await look(province, 'case');

  const visitor = await as('visitor');
  await visitor.goto(`/parks/${park}/process`);
  await expect(visitor.getByRole('heading', { level: 1 })).toContainText('办理流程');
  await expect(visitor.getByRole('button', { name: /申报/ }).first()).toBeVisible();
  await expect(visitor.getByText('（演示）内部记录的理由。')).toHaveCount(0);
  await look(visitor, 'public');
});

test('who waits for a case urges it, lets it rest and go on, each with a reason and told before what it does', async ({ as }) => {
  const name = marked('催办');
  const { task } = await submitted(name);
  const nation = await as('national');
  await nation.goto(`/desk/processes/${task.instance}`);
  await nation.getByRole('button', { name: '催办' }).click();
  await nation.getByLabel('原因').fill('（演示）临近期限，请抓紧办理。');
  await nation.getByRole('listitem').getByRole('button', { name: '催办' }).last().click();
  await expect(nation.getByText('已催办：形式审查。')).toBeVisible();
  await expect(nation.getByText('已催办 1 次')).toBeVisible();
  await nation.getByRole('button', { name: '中止案件', exact: true }).click();
  await expect(nation.getByText('案件中止，各期限停止计算', { exact: false })).toBeVisible();
  await nation.getByLabel('原因').fill('（演示）等待规划调整。');
  await look(nation, 'steering');
  await nation.getByRole('button', { name: '确认中止案件' }).click();
  await expect(nation.getByText('案件已中止，期限停止计算。')).toBeVisible();
  await nation.getByRole('button', { name: '恢复案件', exact: true }).click();
  await nation.getByLabel('原因').fill('（演示）规划已调整。');
  await nation.getByRole('button', { name: '确认恢复案件' }).click();
  await expect(nation.getByText('案件已恢复。')).toBeVisible();
});

test('a stand-in is named for days to come, and taken back', async ({ as }) => {
  const desk = await as('verifier-lead');
  await desk.goto('/desk');
  await desk.getByText('外出时由谁代理').click();
  await desk.getByRole('button', { name: '指定代理人' }).click();
  await desk.getByLabel('代理人').click();
  await desk.locator('.ant-select-item-option').first().click();
  await desk.getByLabel('自', { exact: true }).fill('2027-03-01');
  await desk.getByLabel('至（含当日', { exact: false }).fill('2027-03-05');
  await desk.getByLabel('原因').fill('（演示）外出培训。');
  await look(desk, 'stand-in');
  await desk.getByRole('button', { name: '指定代理人' }).click();
  await expect(desk.getByText('已指定代理人。')).toBeVisible();
  await desk.getByRole('button', { name: '收回代理' }).first().click();
  await desk.getByLabel('原因').fill('（演示）培训取消。');
  await desk.getByRole('listitem').getByRole('button', { name: '收回代理' }).last().click();
  await expect(desk.getByText('已收回，您的事项由您自己办理。')).toBeVisible();
});

test('a province reads that its drawing is unsound, with the way that fails as a list, and tries a sound one', async ({ page, signIn }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn('province');
  await page.goto('/desk/designer');
  await page.getByRole('button', { name: '文本' }).click();
  const text = page.getByLabel('BPMN 文本');
  const sound = await text.inputValue();
  await page.getByRole('button', { name: '检查' }).click();
  await expect(page.getByText('可以发布')).toBeVisible();
  await expect(page.getByText(/最长 \d+ 个工作日/)).toBeVisible();

  await text.fill(asExclusive(sound, 'ask-departments'));
  await page.getByRole('button', { name: '检查' }).click();
  await expect(page.getByText(/不能发布/)).toBeVisible();
  await expect(page.getByRole('heading', { name: '不通过的路径' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '启动' }).first()).toBeVisible();
  await expect(page.locator('.djs-connection.is-taken').first()).toBeAttached();
  await look(page, 'designer-refused');

  await text.fill(sound);
  await page.getByRole('button', { name: '试运行' }).click();
  const trial = page.getByRole('region', { name: '试运行' });
  await trial.getByRole('listitem').filter({ hasText: '发改部门意见' }).getByRole('button').first().click();
  await expect(trial.getByRole('listitem').filter({ hasText: '发改部门意见' })).toHaveCount(0);
  await trial.getByRole('button', { name: '撤回一步' }).click();
  await expect(trial.getByRole('listitem').filter({ hasText: '发改部门意见' })).toBeVisible();
  await look(page, 'designer-trial');
});

/** A fork drawn as a choice: the join behind it waits for ever. */
function asExclusive(xml: string, id: string): string {
  const from = xml.indexOf(`<bpmn:parallelGateway id="${id}"`);
  const close = xml.indexOf('</bpmn:parallelGateway>', from);
  const [head, part, tail] = [xml.slice(0, from), xml.slice(from, close), xml.slice(close + '</bpmn:parallelGateway>'.length)];
  const flows = [...part.matchAll(/<bpmn:outgoing>([^<]+)</g)].map(([, flow]) => flow ?? '');
  const changed = `${head}${part.replace('bpmn:parallelGateway', 'bpmn:exclusiveGateway').replace(`id="${id}"`, `id="${id}" default="${flows[0] ?? ''}"`)}</bpmn:exclusiveGateway>${tail}`;
  return flows.slice(1).reduce((text, flow) => text.replace(
    new RegExp(`<bpmn:sequenceFlow id="${flow}"([^>]*?)(/>|>)`),
    (_all, attributes: string, end: string) => `<bpmn:sequenceFlow id="${flow}"${attributes}><bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">=quota &gt; 1</bpmn:conditionExpression>${end === '/>' ? '</bpmn:sequenceFlow>' : ''}`,
  ), changed);
}
