import { album, openTask } from '../support/desk';
import { fillFacts, submitApplication, writeChapters, year } from '../support/hand-application';
import { decideAcceptance, publishList, recommend, returnApplication } from '../support/hand-review';
import { answerFinding, closeFinding, engage, nameTeam, raiseFinding, returnAnswer, sign } from '../support/hand-verification';
import { fillYear, inBill, toSection } from '../support/hand-year';
import { parkOf, tasks } from '../support/tasks';
import { expect, test } from '../support/watch';

// One park's whole life by hand: every persona signs in, fills the forms and presses the buttons that a person would.

test.setTimeout(420_000);

test('a park goes from application to accepted, every step done by hand in the browser', async ({ as }) => {
  const name = `徐圩港区零碳产业园 ${new Date().toISOString().slice(5, 19).replace(/\D/g, '')}`;
  const shot = album('life');
  let work = tasks('');
  const [park, province, national, verifier, lead] = [await as('park'), await as('province'), await as('national'), await as('verifier'), await as('verifier-lead')];

  await test.step('the park begins an application; a latitude off the map is shown at its field', async () => {
    await park.getByRole('link', { name: '园区', exact: true }).click();
    await park.getByRole('link', { name: '新的申报' }).click();
    await fillFacts(park, name, '347.5');
    await park.getByRole('button', { name: '保存并继续' }).click();
    await expect(park.getByRole('alert')).toContainText('有 1 处需要更正');
    await shot(park, 'facts-refused');
    await park.getByRole('alert').getByRole('link').click();
    await expect(park.getByLabel('纬度')).toBeFocused();
    await park.getByLabel('纬度').fill('34.75');
    await park.getByRole('button', { name: '保存并继续' }).click();
    await expect(park.getByRole('heading', { level: 1, name })).toBeVisible();
    await shot(park, 'application-begun');
  });

  await test.step('it writes the six chapters; before the last one nothing can be submitted', async () => {
    await writeChapters(park);
    await shot(park, 'chapters-written');
    await submitApplication(park);
    await shot(park, 'application-submitted');
    work = tasks(await parkOf(park.url()));
    await work.open('province', 'completeness');
  });

  await test.step('the province returns it, the park corrects what was asked, the province recommends', async () => {
    await returnApplication(province, name);
    await shot(province, 'application-returned');
    await openTask(park, '补正申报书', name);
    await expect(park.getByText('四至边界不清')).toBeVisible();
    await park.getByRole('link', { name: '基本信息与目标' }).click();
    await park.getByLabel('四至', { exact: true }).fill('东至海滨大道，南至临港三路，西至烧香河，北至疏港路南侧红线（不含道路）');
    await park.getByRole('button', { name: '保存' }).click();
    await shot(park, 'application-corrected');
    await submitApplication(park);
    await work.toRecommendation();
    await recommend(province, name);
    await shot(province, 'application-recommended');
  });

  await test.step('the nation puts it on a list', async () => {
    await work.toList();
    await publishList(national, name);
    await shot(national, 'list-published');
  });

  await test.step('the park opens a year and enters its data; a number that is none is shown in its cell', async () => {
    await openTask(park, '开始年度报送', name);
    await park.getByRole('row').filter({ hasText: name }).getByRole('button', { name: `开始 ${String(year)} 年报送` }).click();
    await expect(park.getByRole('heading', { level: 1, name: `${String(year)} 年度报送` })).toBeVisible();
    await shot(park, 'year-opened');
    await fillYear(park);
    const live = park.getByRole('region', { name: '计算结果' });
    await expect(live).toContainText('15,768');
    await toSection(park, '电力');
    await inBill(park, '从电网购入总量').fill('197,54O');
    await expect(live).toContainText('有 1 处还不能计算');
    await expect(inBill(park, '从电网购入总量')).toHaveAccessibleDescription(/.+/);
    await shot(park, 'year-bad-number');
    await inBill(park, '从电网购入总量').fill('197,540');
    await expect(live.getByRole('row', { name: /单位能耗碳排放/ })).toContainText('达到');
    await expect(live).not.toContainText('还不能计算');
    await shot(park, 'year-filled');
  });

  await test.step('it saves, checks its answers and submits', async () => {
    await park.getByRole('button', { name: '保存草稿' }).click();
    await expect(park.getByRole('button', { name: '核对并报送' })).toBeEnabled();
    // What looks odd beside other parks of the same run is answered, as a park would.
    for (const reason of await park.getByLabel('理由', { exact: true }).all()) await reason.fill('（演示）已核对原始凭证。');
    await expect(park.getByText('待说明')).toHaveCount(0);
    await expect(park.getByRole('button', { name: '核对并报送' })).toBeEnabled();
    await park.getByRole('button', { name: '核对并报送' }).click();
    await park.getByRole('checkbox', { name: '数据真实、完整' }).check();
    await shot(park, 'year-checked');
    await park.getByRole('button', { name: '报送', exact: true }).click();
    await expect(park.getByText('尚未委托第三方核查。')).toBeVisible();
    await shot(park, 'year-submitted');
  });

  await test.step('it engages the accredited body, whose leader names the team', async () => {
    await engage(park, name);
    await nameTeam(lead, name);
    await shot(lead, 'team-named');
  });

  await test.step('a finding is raised, answered, returned, answered again and closed', async () => {
    await raiseFinding(verifier, name);
    await shot(verifier, 'finding-raised');
    await answerFinding(park, name, '漏计 12 月调试用电 480 兆瓦时，同意更正。');
    await returnAnswer(verifier, name, '请补充 12 月结算单号和抄表日期。');
    await shot(verifier, 'answer-returned');
    await answerFinding(park, name, '12 月结算单号 LYG-2512-0731，抄表日期 12 月 31 日，电量 480 兆瓦时。');
    await closeFinding(verifier, name, '已核对结算单原件，接受更正。');
    await shot(verifier, 'finding-closed');
  });

  await test.step('the leader signs with the corrected values', async () => {
    await sign(lead, name);
    await shot(lead, 'statement-signed');
  });

  await test.step('the park discloses the year and asks for acceptance', async () => {
    await openTask(park, '披露年度数据', name);
    await park.getByRole('button', { name: '披露这一年' }).click();
    await expect(park.getByText('已披露')).toBeVisible();
    await shot(park, 'year-disclosed');
    await park.getByRole('button', { name: '申请验收' }).click();
    await expect(park.getByRole('heading', { level: 1, name: '验收' })).toBeVisible();
    await shot(park, 'acceptance-requested');
  });

  await test.step('the province evaluates, the nation accepts', async () => {
    await work.toSelfEvaluation();
    await decideAcceptance(province, '组织自评估', name, '自评估通过', '建设任务完成。', '四类重点项目均已投运，台账齐全。');
    await shot(province, 'self-evaluation');
    await work.toAcceptance();
    await decideAcceptance(national, '作出验收决定', name, '通过验收', '核心指标核查值达到国家目标。', '现场评估与申报一致，同意通过验收。');
    await shot(national, 'accepted');
  });

  await test.step('anybody sees the park accepted, its whole timeline and the year with its indicators', async () => {
    const visitor = await as('visitor');
    const row = visitor.getByRole('row').filter({ hasText: name });
    await expect(async () => {
      await visitor.goto(`/?q=${encodeURIComponent(name)}`);
      await expect(row).toContainText('已通过验收', { timeout: 3_000 });
    }).toPass({ timeout: 45_000 });
    await row.getByRole('link', { name }).click();
    await expect(visitor.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(visitor.getByRole('list', { name: '所处阶段' }).getByRole('listitem').last()).toContainText('通过验收');
    await visitor.getByRole('button', { name: /显示全部 \d+ 条/ }).click();
    for (const happened of ['申报', '退回', '推荐', '名单', '报送', '核查', '披露', '自评估', '验收']) {
      await expect(visitor.getByRole('region', { name: '时间线' }).getByRole('heading', { name: new RegExp(happened) }).first()).toBeVisible();
    }
    await shot(visitor, 'public-park');
    await visitor.getByRole('link', { name: '查看全年数据' }).click();
    await expect(visitor.getByRole('row', { name: /单位能耗碳排放/ }).first()).toContainText('达到');
    await expect(visitor.getByText('19,420').first().or(visitor.getByText('16,167').first())).toBeVisible();
    await shot(visitor, 'public-year');
  });
});
