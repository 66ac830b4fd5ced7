import type { Page } from '@playwright/test';
import { year } from '../support/hand-application';
import { list, written } from '../support/listed';
import { inEnglish, pictures } from '../support/pictures';
import { marked } from '../support/submitted';
import { expect, test } from '../support/watch';

// A park names its key projects, is listed, reports how far they have come, and everybody reads it.

test.setTimeout(300_000);

const wind = { 项目: '（演示）绿电直连线路', 实施主体: '（演示）新能源公司', 实施起始年: String(year), 实施结束年: String(year), 计划投资: '18000.5', 建设内容: '（演示）直连线路 20 公里', 实施计划: '（演示）当年投产', 预期成效: '（演示）直供绿电' };
const storage = { ...wind, 项目: '（演示）共享储能', 实施起始年: String(year), 实施结束年: String(year + 2), 计划投资: '9500' };

test('a park writes its key projects and reports their progress, and the public sees each report with its place in the log', async ({ as }) => {
  const application = await written(marked('项目'));
  const [park, visitor] = [await as('park'), await as('visitor')];

  await test.step('the table is written with the application; what is wrong is shown at its project and field', async () => {
    await park.goto(`/desk/applications/${application.id}`);
    await park.getByRole('link', { name: '重点项目', exact: true }).click();
    for (const [index, project] of [wind, { ...storage, 实施结束年: String(year - 1) }].entries()) {
      await park.getByRole('button', { name: '增加一个项目' }).click();
      await fill(park, index + 1, project);
    }
    await park.getByRole('button', { name: '保存' }).click();
    await expect(park.getByRole('alert')).toContainText('有 1 处需要更正');
    await expect(group(park, 2)).toContainText('结束年份不得早于开始年份。');
    await pictures(park, 'key-projects-refused-zh');
    await fill(park, 2, { ...storage, 项目: wind.项目 });
    await park.getByRole('button', { name: '保存' }).click();
    await expect(group(park, 2)).toContainText('已有同名项目。');
    await fill(park, 2, storage);
    await park.getByRole('button', { name: '保存' }).click();
    await expect(park.getByRole('listitem').filter({ hasText: '重点项目' }).filter({ hasText: '已填 2 项' })).toBeVisible();
    await park.getByRole('button', { name: '核对并提交' }).click();
    await expect(park.getByRole('row', { name: /共享储能/ })).toContainText('9,500');
    await pictures(park, 'key-projects-dossier-zh');
  });

  await test.step('nothing of it is public before the list', async () => {
    await list(application);
  });

  await test.step('listed, the park reports; a report that needs a note says so at the field', async () => {
    await park.goto(`/desk/applications/${application.id}`);
    await pictures(park, 'key-projects-listed-zh');
    await report(park, '在建', '6000', `${String(year)}-06-30`);
    await park.getByRole('button', { name: '报告并公开' }).click();
    await expect(park.getByRole('region', { name: '重点项目进展' }).getByRole('row', { name: /绿电直连/ })).toContainText('6,000');

    await park.getByRole('link', { name: /报告进展.*绿电直连/ }).click();
    await expect(park.getByRole('complementary', { name: '上次报告' })).toContainText('6,000');
    await park.getByLabel('累计完成投资').fill('5400');
    await park.getByLabel('截至日期').fill(`${String(year)}-12-31`);
    await park.getByRole('button', { name: '报告并公开' }).click();
    await expect(park.getByRole('alert')).toContainText('有 1 处需要更正');
    await park.getByRole('alert').getByRole('link').click();
    await expect(park.getByLabel('说明')).toBeFocused();
    await pictures(park, 'key-projects-report-zh');
    await park.getByLabel('说明').fill('（演示）决算核减。');
    await expect(park.getByRole('region', { name: '公众将看到' })).toContainText('5,400');
    await park.getByRole('button', { name: '报告并公开' }).click();
    await expect(park.getByRole('region', { name: '重点项目进展' }).getByRole('row', { name: /绿电直连/ })).toContainText('5,400');
  });

  await test.step('everybody reads plan, state and every report, and that the project is late', async () => {
    const row = visitor.getByRole('row', { name: /绿电直连/ });
    await expect(async () => {
      await visitor.goto(`/parks/${application.parkId}`);
      await expect(row).toContainText('5,400', { timeout: 3_000 });
    }).toPass({ timeout: 60_000 });
    await expect(row).toContainText('在建');
    await expect(row).toContainText(`逾期：实施期止于 ${String(year)} 年`);
    await expect(visitor.getByRole('row', { name: /共享储能/ })).toContainText('尚未报告');
    await visitor.getByText('内容、计划与报告').first().click();
    await expect(visitor.getByText('（演示）决算核减。').first()).toBeVisible();
    await expect(visitor.getByRole('region', { name: '时间线' }).getByRole('heading', { name: '报告重点项目进展' })).toHaveCount(2);
    await pictures(visitor, 'key-projects-public-zh');
    await visitor.goto(`/en/parks/${application.parkId}`);
    await visitor.getByText('Content, plan and reports').first().click();
    await pictures(visitor, 'key-projects-public-en');
  });

  await test.step('the desk says the same in English', async () => {
    await park.goto(`/desk/applications/${application.id}?report=1`);
    await inEnglish(park);
    await pictures(park, 'key-projects-report-en');
    await park.goto(`/desk/applications/${application.id}`);
    await pictures(park, 'key-projects-listed-en');
  });
});

const group = (desk: Page, number: number) => desk.getByRole('group', { name: `${String(number)} 号项目` });

async function fill(desk: Page, number: number, project: Record<string, string>) {
  for (const [label, value] of Object.entries(project)) await group(desk, number).getByLabel(label, { exact: true }).fill(value);
}

async function report(desk: Page, state: string, invested: string, asOf: string) {
  await desk.getByRole('link', { name: /报告进展.*绿电直连/ }).click();
  await desk.getByRole('radio', { name: state }).check();
  await desk.getByLabel('累计完成投资').fill(invested);
  await desk.getByLabel('截至日期').fill(asOf);
}
