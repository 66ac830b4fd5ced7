import { readFile } from 'node:fs/promises';
import { api } from '../support/api';
import { autosaved, choose } from '../support/desk';
import { toSection } from '../support/hand-year';
import { demo } from '../support/installation';
import { inEnglish, pictures } from '../support/pictures';
import { expect, test } from '../support/watch';
import { yearOf } from '../support/years';

// What stands behind a year's numbers: the hours of its electricity, and files that prove a line.

test.setTimeout(300_000);

const year = yearOf.evidence;

/** The template with a load in every hour and green power from 6:00 to 18:00. */
function filledIn(template: string, load: string): string {
  return template.split('\r\n').map((line) => {
    const [start = ''] = line.split(',');
    if (!/^\d{4}-/.test(start)) return line;
    const hour = Number(start.slice(11, 13));
    return `${start},${load},,${hour >= 6 && hour < 18 ? '12' : '0'},,,,,,`;
  }).join('\r\n');
}

const csv = (name: string, text: string) => ({ name, buffer: Buffer.from(text), mimeType: 'text/csv' });

/** The year and how far its draft has come. */
async function opened() {
  const { id } = await api('park', 'POST', 'submission/v1/submissions', { parkId: demo().parkId, year });
  const { draftVersion } = await api('park', 'GET', `submission/v1/submissions/${id}`);
  return { id, draftVersion: Number(draftVersion) };
}

test.describe.serial('one year, two stories', () => {
  test('a year hour by hour: what is wrong is named, what is right is shown, and can be taken away', async ({ page, signIn }) => {
    const { id, draftVersion } = await opened();
    await api('park', 'PUT', `submission/v1/submissions/${id}/draft`, { year, electricity: [{ direction: 'in', kind: 'direct', mwh: '52560' }, { direction: 'in', kind: 'grid', mwh: '35040' }] }, draftVersion);
    await signIn('park');
    await page.goto(`/desk/submissions/${id}?section=hours`);
    await expect(page.getByText('还没有逐时数据。')).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: `下载 ${String(year)} 年模板（CSV）` }).click();
    const template = await readFile(await (await download).path(), 'utf8');

    await page.getByLabel('选择文件').setInputFiles(csv('逐时-有误.csv', filledIn(template, '10').replace('01-01 05:00,10', '01-01 05:00,-10').replace('01-02 00:00,10', '01-02 00:00,十')));
    const wrong = page.getByRole('alert').filter({ hasText: '2 处需要修改' });
    await expect(wrong.getByRole('listitem').first()).toHaveText(/第 11 行“用电量\(MWh\)”列，值“-10”：不能为负/);
    await pictures(page, 'hours-wrong');

    await page.getByLabel('选择文件').setInputFiles(csv('逐时.csv', filledIn(template, '20')));
    await expect(page.getByText('30%', { exact: true })).toBeVisible();
    await expect(page.getByText('逐时文件的“用电量”全年合计与填报的电量相差超过 0.5 %').first()).toBeVisible();
    await page.getByLabel('选择文件').setInputFiles(csv('逐时.csv', filledIn(template, '10')));
    await expect(page.getByText('50%', { exact: true })).toBeVisible();
    await expect(page.getByText('逐时文件的“用电量”全年合计与填报的电量相差超过 0.5 %')).toHaveCount(0);
    await page.getByLabel('平均日：').selectOption('7 月');
    await pictures(page, 'hours');
    await inEnglish(page);
    await expect(page.getByRole('img', { name: /Bars of matched and unmatched/ })).toBeVisible();
    await pictures(page, 'hours-en');

    await page.getByRole('button', { name: 'Remove the hourly data' }).click();
    await expect(page.getByText('No hourly data yet.')).toBeVisible();
  });

  test('a table of readings is kept, something else is refused, a line names its file', async ({ page, signIn }) => {
    const { id, draftVersion } = await opened();
    await api('park', 'PUT', `submission/v1/submissions/${id}/draft`, { year, electricity: [{ direction: 'in', kind: 'grid', mwh: '1000' }] }, draftVersion);
    await signIn('park');
    await page.goto(`/desk/submissions/${id}?section=evidence`);
    await expect(page.getByText('还没有证明材料。')).toBeVisible();
    await choose(page.getByLabel('所属月份（选填）'), '2020-03');
    await page.getByLabel('选择文件').setInputFiles([
      csv('抄表记录 2020-01.csv', '日期,读数\r\n2020-01-31,80\r\n'),
      { name: '结算单.pdf', mimeType: 'application/pdf', buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]) },
    ]);
    await expect(page.getByRole('list', { name: '正在上传' }).getByRole('listitem').filter({ hasText: '结算单.pdf' })).toContainText('只接受 PDF');
    const kept = page.getByRole('row').filter({ hasText: '抄表记录' });
    await expect(kept).toContainText('早于所证明的月份');
    await pictures(page, 'evidence');
    await page.getByRole('button', { name: '不再显示 结算单.pdf' }).click();
    const download = page.waitForEvent('download');
    await kept.getByRole('link', { name: '抄表记录 2020-01.csv' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toContain('2020-01-31,80');

    await toSection(page, '电力');
    await page.getByRole('checkbox', { name: /证明材料/ }).check();
    await choose(page.getByLabel('其余：电网电量（自动计算），证明材料'), '抄表记录 2020-01.csv · 2020-03');
    await autosaved(page);
    await pictures(page, 'evidence-line');
    await page.goto(`/desk/submissions/${id}?section=evidence`);
    await inEnglish(page);
    await expect(page.getByRole('row').filter({ hasText: '抄表记录' })).toBeVisible();
    await pictures(page, 'evidence-en');
  });
});

test('a disclosed year shows how far green power came when it was used', async ({ page }) => {
  for (const [prefix, title] of [['', '逐时匹配'], ['/en', 'Matching hour by hour']] as const) {
    await page.goto(`${prefix}/parks/${String(demo().parkId)}/years/${String(demo().year)}`);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await pictures(page, `public-hours${prefix.replace('/', '-')}`);
  }
});
