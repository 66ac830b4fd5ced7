import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { api } from '../support/api';
import { autosaved, choose } from '../support/desk';
import { inBill, toSection } from '../support/hand-year';
import { demo } from '../support/installation';
import { inEnglish, pictures } from '../support/pictures';
import { expect, test } from '../support/watch';
import { yearOf } from '../support/years';
import { cellBeside, typeInto } from '../support/xlsx';

// What comes into a year beside typing: a workbook, the green certificates, the evidence.

test.setTimeout(300_000);

const open = (year: number) => api('park', 'POST', 'submission/v1/submissions', { parkId: demo().parkId, year });
const xlsx = (name: string, buffer: Buffer) => ({ name, buffer, mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
const csv = (name: string, rows: string[]) => ({ name, buffer: Buffer.from(`\uFEFF${rows.join('\r\n')}\r\n`), mimeType: 'text/csv' });

/** Numbers that no other park holds: an invented project, a part of the park's id, date and sequence, two digits of class. */
const number = (sequence: number) => `DEMO${String(demo().parkId).replaceAll('-', '').slice(-13).toUpperCase()}${String(sequence).padStart(13, '0')}11`;

test('a year by Excel: wrong cells are named, a sound workbook fills the form', async ({ page, signIn }) => {
  const { id } = await open(yearOf.workbook);
  await signIn('park');
  await page.goto(`/desk/submissions/${id}?section=electricity`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Excel 模板' }).click();
  const template = await readFile(await (await download).path());
  const [total, covered, direct] = ['从电网购入总量（含下面三项）', '其中：另购绿证覆盖的电量', '绿电直连等非化石直供电量'].map((item) => cellBeside(template, '电力', item, 'B')) as [string, string, string];
  const gas = cellBeside(template, '能源消费', '天然气(气态) ', 'H');

  await page.getByLabel('上传填好的模板').setInputFiles(xlsx('年度数据-有误.xlsx', typeInto(template, { 电力: { [total]: '300,00O', [direct]: '400000' }, 能源消费: { [gas]: '约七百' } })));
  const wrong = page.getByRole('alert').filter({ hasText: '2 处需要更正' });
  await expect(wrong.getByRole('row', { name: new RegExp(`电力 ${total} 300,00O .+`) })).toBeVisible();
  await expect(wrong.getByRole('row', { name: new RegExp(`能源消费 ${gas} 约七百 .+`) })).toBeVisible();
  await pictures(page, 'import-cells');

  await page.getByLabel('上传填好的模板').setInputFiles(xlsx('年度数据.xlsx', typeInto(template, { 电力: { [total]: '300000', [covered]: '30000', [direct]: '400000' }, 能源消费: { [gas]: '742.6' } })));
  await expect(page.getByRole('heading', { name: '年度数据.xlsx 可以导入' })).toBeVisible();
  await expect(page.getByText('电力 3 项')).toBeVisible();
  await pictures(page, 'import-preview');
  await page.getByRole('button', { name: '导入到表单' }).click();
  await expect(inBill(page, '从电网购入总量')).toHaveValue('300,000');
  await expect(inBill(page, '其中：另购绿证覆盖的电量，电量')).toHaveValue('30,000');
  await expect(inBill(page, '绿电直连等非化石直供，电量')).toHaveValue('400,000');
  await expect(page.getByRole('status', { name: '其余：电网电量（自动计算）' })).toContainText('270,000');
  await expect(page.getByRole('region', { name: '计算结果' })).toContainText('239,900');
  await autosaved(page);
  await inEnglish(page);
  await pictures(page, 'import-done-en');
});

test('green certificates: what is wrong at its field, totals beside the electricity, a colleague at the same list, a file', async ({ page, signIn }) => {
  const { id } = await open(yearOf.certificates);
  const path = `submission/v1/submissions/${id}`;
  await api('park', 'PUT', `${path}/draft`, { year: yearOf.certificates, electricity: [{ direction: 'in', kind: 'certificate', mwh: '30000' }, { direction: 'in', kind: 'greenTrade', mwh: '500' }] }, 0);
  await signIn('park');
  await page.goto(`/desk/submissions/${id}?section=certificates`);
  const totals = page.getByRole('table', { name: '绿证与电力数据的对照' });
  await expect(totals.getByRole('row', { name: /单独购买/ })).toContainText('相差 30,000 MWh');
  await pictures(page, 'certificates-empty');

  await page.getByRole('button', { name: '增加一段' }).click();
  await page.getByRole('button', { name: '保存绿证' }).click();
  await expect(page.getByLabel('受益方')).toHaveAccessibleDescription(/请填写/);
  await page.getByLabel('起始编码').fill('DEMO-1');
  await page.getByLabel('终止编码').fill(number(30000));
  await choose(page.getByLabel('能源类型'), '风电');
  await page.getByLabel('电量生产年月').fill('2021-06');
  await page.getByLabel('核销日期').fill('2021-12-20');
  await page.getByLabel('受益方').fill('（演示）园区管理机构');
  await page.getByRole('button', { name: '保存绿证' }).click();
  await expect(page.getByLabel('起始编码')).toHaveAccessibleDescription(/32 位/);
  await pictures(page, 'certificates-wrong');
  await page.getByLabel('起始编码').fill(number(1));
  await expect(totals.getByRole('row', { name: /单独购买/ })).toContainText('相等');
  await page.getByRole('button', { name: '保存绿证' }).click();
  await expect(page.getByRole('button', { name: '保存绿证' })).toBeDisabled();
  expect((await api('park', 'GET', `${path}/certificates`)).version).toBe(1);

  await test.step('a colleague saved meanwhile: neither list is lost unseen', async () => {
    const line = { first: number(1), last: number(10), kind: 'certificate', productionMonth: '2021-05', beneficiary: '（演示）同事', cancelledOn: '2021-12-20', source: 'solar' };
    await api('park', 'PUT', `${path}/certificates`, { items: [line] }, 1);
    await page.getByRole('button', { name: '修改第 1 段' }).click();
    await page.getByLabel('受益方').fill('（演示）园区内企业');
    await page.getByRole('button', { name: '保存绿证' }).click();
    await expect(page.getByRole('alert').filter({ hasText: '绿证清单已被更改' })).toBeVisible();
    await pictures(page, 'certificates-conflict');
    await page.getByRole('button', { name: '保留我填写的' }).click();
    await expect(page.getByRole('button', { name: '保存绿证' })).toBeDisabled();
    await expect(page.getByRole('listitem', { name: '第 1 段' })).toContainText('（演示）园区内企业');
  });

  await test.step('a file replaces the list, once its rows are right', async () => {
    const heading = '起始编码,终止编码,取得方式,电量生产年月,受益方,核销日期,能源类型';
    const row = (first: number, last: number, kind: string) => `${number(first)},${number(last)},${kind},2021-06,（演示）园区管理机构,2021-12-20,风电`;
    await page.getByLabel('上传 CSV 文件').setInputFiles(csv('绿证-有误.csv', [heading, row(1, 30000, '绿证'), row(30001, 30400, '送的')]));
    await expect(page.getByRole('alert').getByRole('row', { name: /^3 取得方式/ })).toBeVisible();
    await pictures(page, 'certificates-rows');
    await page.getByLabel('上传 CSV 文件').setInputFiles(csv('绿证.csv', [heading, row(1, 30000, '绿证'), row(30001, 30400, '绿电交易')]));
    await expect(totals.getByRole('row', { name: /绿电交易/ })).toContainText('未超过交易电量');
    await expect(page.getByRole('listitem', { name: '第 2 段' })).toContainText('400 MWh');
  });

  await pictures(page, 'certificates');
  await inEnglish(page);
  await expect(page.getByRole('listitem', { name: 'Range 2' })).toBeVisible();
  await pictures(page, 'certificates-en');

  await test.step('amounts that differ are refused when the year is submitted', async () => {
    await answered(path, '29999');
    await submit(page, id, 'Check and submit', 'The data are true and complete', 'Submit');
    await expect(page.getByRole('alert').filter({ hasText: 'Certificates and electricity differ' })).toBeVisible();
    await pictures(page, 'certificates-differ-en');
  });

  await test.step('numbers that counted before are refused with the year and park that claim them, and nothing is lost', async () => {
    await page.evaluate(() => { localStorage.setItem('language', 'zh-CN'); });
    const version = await answered(path, '30000');
    await submit(page, id, '核对并报送', '数据真实、完整', '报送');
    await expect(page.getByRole('alert').filter({ hasText: `绿证 ${number(1)} 已由` })).toContainText(`用于 ${String(demo().year)} 年`);
    await pictures(page, 'certificates-claimed-before');
    expect((await api('park', 'GET', path)).draftVersion).toBe(version);
    await inEnglish(page);
    await submit(page, id, 'Check and submit', 'The data are true and complete', 'Submit');
    await expect(page.getByRole('alert').filter({ hasText: `Certificate ${number(1)} is claimed by` })).toBeVisible();
    await pictures(page, 'certificates-claimed-before-en');
  });
});

/** The year with so many MWh covered by certificates, and an answer to everything that it is asked; gives the draft's version. */
async function answered(path: string, mwh: string): Promise<number> {
  const year = { year: yearOf.certificates, electricity: [{ direction: 'in', kind: 'certificate', mwh }, { direction: 'in', kind: 'greenTrade', mwh: '500' }] };
  const { draftVersion } = await api('park', 'GET', path);
  const asked = await api('park', 'PUT', `${path}/draft`, year, Number(draftVersion));
  const answers = (asked.signals as { id: string; key?: string; severity: string }[])
    .filter(({ severity }) => severity === 'warning').map((signal) => ({ signal: signal.id, ...(signal.key && { key: signal.key }), reason: '（演示）属实，见结算单。' }));
  return (await api('park', 'PUT', `${path}/draft`, { ...year, answers }, asked.version)).version;
}

async function submit(page: Page, id: string, check: string, declaration: string, send: string) {
  await page.goto(`/desk/submissions/${id}`);
  await page.getByRole('button', { name: check }).click();
  await page.getByRole('checkbox', { name: declaration }).check();
  await page.getByRole('button', { name: send, exact: true }).click();
}

test('reviewers read certificates and evidence; anybody looks a certificate up', async ({ as }) => {
  const { submissionId } = demo();
  const park = await as('park');
  await park.goto(`/desk/submissions/${String(submissionId)}`);
  await park.getByRole('button', { name: '更正并重新报送' }).click();
  await toSection(park, '证明材料');
  await park.getByLabel('选择文件').setInputFiles([csv('全年电费汇总.csv', ['月份,电量', '1,2600'])]);
  await expect(park.getByRole('row').filter({ hasText: '全年电费汇总.csv' })).toBeVisible();

  const national = await as('national');
  await national.goto(`/desk/submissions/${String(submissionId)}`);
  await expect(national.getByRole('region', { name: '绿证' })).toContainText(number(1));
  await expect(national.getByRole('region', { name: '证明材料' }).getByRole('link', { name: '全年电费汇总.csv' })).toBeVisible();
  await expect(national.getByRole('button', { name: '选择文件' })).toHaveCount(0);
  await pictures(national, 'certificates-reviewed');

  const visitor = await as('visitor');
  await visitor.goto('/certificates');
  await visitor.getByLabel('绿证编码').fill('DEMO 123');
  await visitor.getByRole('button', { name: '查询' }).click();
  await expect(visitor.getByLabel('绿证编码')).toHaveAccessibleDescription(/现有 7 位/);
  await visitor.getByLabel('绿证编码').fill(number(1));
  await visitor.getByRole('button', { name: '查询' }).click();
  await expect(visitor.getByRole('link', { name: `查看 ${String(demo().year)} 年度数据` })).toBeVisible();
  await pictures(visitor, 'certificate-claimed');
  await visitor.goto(`/en/certificates?number=${number(9_000_000)}`);
  await expect(visitor.getByText('Not claimed in any disclosed year')).toBeVisible();
  await pictures(visitor, 'certificate-free-en');
});
