import { api } from '../support/api';
import { autosaved, choose } from '../support/desk';
import { addRow, inBill, toSection } from '../support/hand-year';
import { demo } from '../support/installation';
import { inEnglish, pictures } from '../support/pictures';
import { expect, signInAs, test } from '../support/watch';

// The running year by hand, as the bills and meters say it, with last year beside it; then two windows at once.

test.setTimeout(420_000);

type Line = Record<string, string>;
const draftOf = async (id: string) => (await api('park', 'GET', `submission/v1/submissions/${id}`)).draft as Record<string, Line[]> & { context: { meters: Line; stocks: Line[]; directLines: Line[]; removals: Line[] } };

test('a year is typed as bills and meters say it, with last year beside each field', async ({ page, signIn, browser }) => {
  const { id } = await api('park', 'POST', 'submission/v1/submissions', { parkId: demo().parkId, year: Number(demo().year) + 1 });
  await signIn('park');
  await page.goto(`/desk/submissions/${id}?section=fuels`);

  await test.step('last year’s varieties wait for their numbers; what is far from last year is said', async () => {
    const gas = page.getByLabel('天然气(气态) · 供热，数量');
    await expect(gas).toHaveAccessibleDescription(/786\.4/);
    await gas.fill('１，１００．５');
    await expect(gas).toHaveAccessibleDescription(/比上年多 40 %/);
    await gas.blur();
    await expect(gas).toHaveValue('1,100.5');
    await expect(page.getByText('小计')).toBeVisible();
  });

  await test.step('another variety is found by a part of its English name and filled in by keyboard alone', async () => {
    await page.getByRole('combobox', { name: '燃料：添加' }).focus();
    await page.keyboard.type('anthra');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('无烟煤，用途')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12');
    await expect(page.getByLabel('无烟煤 · 终端消费，数量')).toHaveValue('12');
    await pictures(page, 'form-fuels');
  });

  await test.step('electricity as on the bill, in 万kWh: parts above the total are refused, the rest is grid power', async () => {
    await toSection(page, '电力');
    await expect(inBill(page, '从电网购入总量')).toHaveAccessibleDescription(/202,260|202,740/);
    await page.getByRole('button', { name: '万kWh' }).click();
    await inBill(page, '从电网购入总量').fill('20,000.05');
    await inBill(page, '其中：绿色电力交易，电量').fill('21000');
    await expect(inBill(page, '从电网购入总量')).toHaveAccessibleDescription(/比总量多 9,999\.5 MWh/);
    await expect(page.getByRole('region', { name: '计算结果' })).toContainText('有 1 处还不能计算');
    await pictures(page, 'form-bill-refused');
    await inBill(page, '其中：绿色电力交易，电量').fill('15180');
    await inBill(page, '绿电直连等非化石直供，电量').fill('40000');
    await expect(page.getByRole('status', { name: '其余：电网电量（自动计算）' })).toHaveText('4,820.05 万kWh');
    await page.getByRole('checkbox', { name: /合同或计量点/ }).check();
    await page.getByLabel('其中：绿色电力交易，备注').fill('合同 LS-2026-014');
    await autosaved(page);
    expect((await draftOf(id)).electricity).toEqual([
      { direction: 'in', kind: 'grid', mwh: '48200.5' }, { direction: 'in', kind: 'greenTrade', mwh: '151800', note: '合同 LS-2026-014' }, { direction: 'in', kind: 'direct', mwh: '400000' },
    ]);
    await page.reload();
    await expect(page.getByRole('button', { name: '万kWh' })).toHaveAttribute('aria-pressed', 'true');
    await expect(inBill(page, '从电网购入总量')).toHaveValue('20,000.05');
    await pictures(page, 'form-bill');
  });

  await test.step('steam in tonnes with pressure and temperature becomes heat', async () => {
    await toSection(page, '热力');
    await addRow(page, '热力', '购入/自发 · 化石');
    await choose(page.getByLabel('购入/自发 · 化石，热量：单位'), '蒸汽（t）');
    await page.getByLabel('蒸汽量').fill('1,000');
    await page.getByLabel('压力', { exact: true }).fill('0.8');
    await page.getByLabel('温度').fill('20');
    await expect(page.getByLabel('压力', { exact: true })).toHaveAccessibleDescription(/是水/);
    await expect(page.getByText('请填写蒸汽量').or(page.getByText('是水')).first()).toBeVisible();
    await page.getByLabel('温度').fill('200');
    await expect(page.getByRole('status', { name: '购入/自发 · 化石，热量' })).toHaveText(/= 2,7\d\d\.?\d* GJ/);
    await autosaved(page);
    const steam = (await draftOf(id)).heat?.find((line) => line.source === 'fossil');
    expect(steam?.note).toMatch(/^蒸汽 1000 t，表压 0\.8 MPa，200 ℃（比焓 [\d.,]+ − 83\.74 kJ\/kg，IAPWS-IF97）$/);
    await page.reload();
    await expect(page.getByLabel('温度')).toHaveValue('200');
    await pictures(page, 'form-steam');
  });

  await test.step('what the registry compares: stocks, meters, lines, removals', async () => {
    await toSection(page, '库存与购销');
    await addRow(page, '库存与购销', '天然气(气态)');
    await page.getByLabel('天然气(气态)，购进量').fill('1,100.5');
    await pictures(page, 'form-stocks');
    await toSection(page, '计量与背景');
    await page.getByLabel('全年受电量').fill('20000.05');
    await page.getByLabel('基准年').fill('２０２５');
    await page.getByLabel('基准年').blur();
    await expect(page.getByLabel('基准年')).toHaveValue('2025');
    await toSection(page, '绿电直连线路');
    await page.getByRole('button', { name: '增加一行' }).click();
    await expect(page.getByLabel('第 1 行，可发电量')).toBeFocused();
    await page.getByLabel('第 1 行，可发电量').fill('50000');
    await page.getByLabel('第 1 行，送达电量').fill('40000');
    await page.getByLabel('第 1 行，该用户用电量').fill('60000');
    await toSection(page, '碳移除与抵消');
    await page.getByRole('button', { name: '增加一行' }).click();
    await page.getByLabel('第 1 行，类别').fill('CCUS');
    await page.getByLabel('第 1 行，数量').fill('120');
    await autosaved(page);
    expect((await draftOf(id)).context).toMatchObject({
      baseYear: 2025, meters: { gridIn: '200000.5' }, stocks: [{ fuel: 'NG', purchased: '1100.5' }], directLines: [{ availableMwh: '500000', deliveredMwh: '400000', userConsumptionMwh: '600000' }], removals: [{ kind: 'CCUS', t: '120' }],
    });
  });

  await test.step('an enterprise has conversions of its own', async () => {
    await toSection(page, '按企业填报');
    await page.getByRole('button', { name: '增加一家企业' }).click();
    await page.getByLabel('企业名称').fill('演示焦化有限公司');
    await page.getByRole('button', { name: '增加一项加工转换' }).click();
    await choose(page.getByLabel('第 1 项加工转换', { exact: true }), '炼焦');
    await addRow(page, '炼焦 投入', '洗精煤');
    await page.getByLabel('洗精煤，数量').fill('560');
    await addRow(page, '炼焦 产出', '焦炭');
    await page.getByLabel('焦炭，数量').fill('400');
    await autosaved(page);
    await pictures(page, 'form-enterprise');
    await page.getByRole('button', { name: '删除演示焦化有限公司' }).click();
    await autosaved(page);
  });

  await test.step('in the other language', async () => {
    for (const section of ['fuels', 'electricity', 'meters']) {
      await page.goto(`/desk/submissions/${id}?section=${section}`);
      await inEnglish(page);
      await pictures(page, `form-${section}-en`);
    }
    await page.evaluate(() => { localStorage.setItem('language', 'zh-CN'); });
    await page.goto(`/desk/submissions/${id}?section=meters`);
  });

  await test.step('two windows edit: who saved and when, and the choice between the two', async () => {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signInAs(other, 'park');
    await other.goto(`/desk/submissions/${id}?section=meters`);
    await other.getByLabel('工业增加值').fill('120000');
    await autosaved(other);
    await page.getByLabel('工业增加值').fill('130000');
    const conflict = page.getByRole('alert').filter({ hasText: '草稿已被他人更改' });
    await expect(conflict).toContainText(/您在另一个窗口于 .*\d\d?:\d\d/);
    await pictures(page, 'form-conflict');
    await conflict.getByRole('button', { name: '读取对方的草稿' }).click();
    await expect(page.getByLabel('工业增加值')).toHaveValue('120,000');
    await context.close();
  });
});
