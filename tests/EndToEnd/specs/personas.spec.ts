import { accounts, screenshots } from '../support/installation';
import { makeWaitingWork, type Waiting } from '../support/waiting-work';
import { expect, test } from '../support/watch';

// Every persona of the accounts file signs in, sees its own work and nobody else's, and signs out again.

type Expected = { who: string; tasks: readonly string[]; waits: Partial<Record<keyof Waiting, string>>; empty?: RegExp };

const personas: Record<string, Expected> = {
  park: { who: '演示·园区 · 演示园区管理委员会', waits: { drafted: '完成申报书' }, tasks: ['完成申报书', '补正申报书', '开始年度报送', '报送年度数据', '委托核查机构', '披露年度数据', '答复核查发现', '整改后再次申请验收', '补正申报材料', '报送建设进展', '申请验收', '报送自评估材料', '报送附条件落实情况', '园区说明', '报送整改情况', '申请恢复', '陈述申辩', '答复质疑'] },
  province: { who: '演示·省级 · 江苏省发展和改革委员会（演示）', waits: { submitted: '形式审查' }, tasks: ['审核申报', '形式审查', '部门意见', '汇总审核意见', '专家组结论', '核实处理异议', '省级推荐决定', '告知本批名额已满', '审核建设进展', '督办建设进展', '延期意见', '处理逾期未报', '组织自评估', '调查结论', '复核整改'] },
  national: { who: '演示·国家 · 国家发展和改革委员会（演示）', waits: { recommended: '决定是否列入名单' }, tasks: ['决定是否列入名单', '专家组结论', '部门会商意见', '发布名单', '审定延期', '审定移出', '现场核查', '作出验收决定', '复核附条件', '审定暂停', '审定撤出', '决定是否受理质疑', '对质疑作出结论'] },
  verifier: { who: '演示·核查员 · 演示核查机构', waits: { verifying: '开展核查' }, tasks: ['开展核查', '复核答复'] },
  'verifier-lead': { who: '演示·核查组长 · 演示核查机构', waits: { verifying: '签署核查声明' }, tasks: ['组建核查组', '开展核查', '复核答复', '签署核查声明', '答复质疑'] },
  city: { who: '演示·地市 · 演示市发展和改革委员会', waits: {}, tasks: [], empty: /本省的申报/ },
  expert: { who: '演示·专家 · 专家组（演示）', waits: { recommended: '专家评审打分' }, tasks: ['专家评审打分'] },
  auditor: { who: '演示·审计 · 审计机构（演示）', waits: {}, tasks: [], empty: /查阅/ },
  operator: { who: '演示·运营', waits: {}, tasks: [], empty: /不参与业务办理/ },
};

test.describe.configure({ mode: 'default' });

let work: Waiting;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  work = await makeWaitingWork();
});

test('the accounts file names exactly the personas that are tried here', () => {
  expect(accounts().map(({ persona }) => persona).sort()).toEqual(Object.keys(personas).sort());
});

for (const [persona, expected] of Object.entries(personas)) {
  test(`${persona} signs in, sees its own work and nobody else's, and signs out`, async ({ page, signIn }) => {
    await signIn(persona);
    await expect(page.getByRole('banner')).toContainText(expected.who);
    if (expected.empty) await expect(page.getByText(expected.empty)).toBeVisible();
    for (const [which, task] of Object.entries(expected.waits)) {
      await expect(page.getByRole('row').filter({ hasText: work[which as keyof Waiting] }).getByRole('link', { name: task })).toBeVisible();
    }
    await page.waitForLoadState('networkidle');
    for (const [which, name] of Object.entries(work)) {
      if (!(which in expected.waits)) await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
    }
    const tasks = await page.getByRole('table').getByRole('link').allInnerTexts();
    expect([...new Set(tasks)].filter((task) => !expected.tasks.includes(task)), 'work of others, or work without words').toEqual([]);
    await page.screenshot({ path: `${screenshots}/persona-${persona}.png`, fullPage: true });

    await page.getByRole('navigation', { name: '工作台导航' }).getByRole('link', { name: '园区' }).click();
    await expect(page.getByRole('heading', { name: '列入名单的园区' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await page.screenshot({ path: `${screenshots}/persona-${persona}-parks.png`, fullPage: true });

    await page.getByRole('button', { name: '退出' }).click();
    await expect(page.getByRole('banner').getByRole('link', { name: '登录' })).toBeVisible();
    await page.goto('/desk');
    await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible();
  });
}

test('a wrong password is refused in words and keeps the name', async ({ page }) => {
  await page.goto('/bff/sign-in?returnUrl=%2Fdesk');
  await page.getByLabel('用户名').fill('nobody-of-that-name');
  await page.getByLabel('密码').fill('not the password');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('alert')).toContainText('用户名或密码不正确');
  await expect(page.getByLabel('用户名')).toHaveValue('nobody-of-that-name');
});
