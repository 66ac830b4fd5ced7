import type { Page } from '@playwright/test';
import { choose } from './desk';
import { expect } from './watch';

/** The last year that is over in Beijing; the hand-played park reports it. */
export const year = Number(new Intl.DateTimeFormat('en', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format(new Date())) - 1;

const boundary = { type: 'Polygon', coordinates: [[[119.16, 34.72], [119.24, 34.72], [119.24, 34.78], [119.19, 34.79], [119.16, 34.76], [119.16, 34.72]]] };

/** The facts as a park's clerk would type them, with the latitude given. */
export async function fillFacts(desk: Page, park: string, latitude: string) {
  await desk.getByLabel('园区名称').fill(park);
  await choose(desk.getByLabel('省份'), '江苏省');
  await desk.getByLabel('城市').fill('连云港市');
  await choose(desk.getByLabel('产业类型'), '新能源装备与材料');
  await desk.getByRole('radio', { name: '园中园' }).check();
  await desk.getByLabel('建设起始年').fill(String(year));
  await desk.getByLabel('建设结束年').fill(String(year + 3));
  await desk.getByLabel('纬度').fill(latitude);
  await desk.getByLabel('经度').fill('119.20');
  await desk.getByRole('checkbox', { name: '用于演示或培训' }).check();
  await desk.getByLabel('四至', { exact: true }).fill('东至海滨大道，南至临港三路，西至烧香河，北至徐圩港区疏港路');
  await desk.getByLabel('边界图形').fill(JSON.stringify(boundary));
  const promises = ['0.85', '0.55', '0.32', '0.19'];
  for (const [index, core] of promises.entries()) {
    if (index > 0) await desk.getByRole('button', { name: '增加一年' }).click();
    await desk.getByLabel(`第 ${String(index + 1)} 项 年份`).fill(String(year + index));
    await desk.getByLabel(`第 ${String(index + 1)} 项 目标值`).fill(core);
  }
}

const chapters: Record<string, string> = {
  '一、基础条件': '园区位于港区腹地，规划面积 9.8 平方公里，主导产业为光伏组件和储能装备制造。近三年外购电力占能源消费的八成以上，天然气用于厂房供热；边界内建有 86 兆瓦屋顶光伏。',
  '二、可行性': '周边海上风电已并网 120 万千瓦，直供线路完成核准；用能年均增长约 4%，与绿电供给匹配，核心指标可在建设期末降至 0.2 吨/吨标准煤以下。',
  '三、建设目标': `以 2025 年为基准年，建设期四年，单位能耗碳排放逐年为 0.85、0.55、0.32、0.19 吨/吨标准煤。`,
  '四、重点任务与项目': '一是海上风电直供线路，投资 6.4 亿元；二是 200 兆瓦时储能电站；三是空压机余热利用；四是能碳管理平台，实现分项计量全覆盖。',
  '五、经济性': '总投资 15.6 亿元，其中企业自筹 70%；静态回收期 8.1 年，内部收益率 7.9%。',
  '六、保障措施': '管理机构设工作专班，主要负责人牵头；年度数据经第三方核查后公开，接受社会监督。',
};

/** Writes the six chapters, one page each, from the list of what is still to do. */
export async function writeChapters(desk: Page) {
  let left = Object.keys(chapters).length;
  for (const [chapter, text] of Object.entries(chapters)) {
    await expect(desk.getByText(`还有 ${String(left)} 章未填`)).toBeVisible();
    await expect(desk.getByRole('button', { name: '核对并提交' })).toBeDisabled();
    await desk.getByRole('link', { name: chapter }).click();
    await desk.getByLabel('正文').fill(text);
    await desk.getByRole('button', { name: '保存' }).click();
    await expect(desk.getByRole('listitem').filter({ hasText: chapter })).toContainText('已填');
    left -= 1;
  }
}

/** Check the answers, then send them. */
export async function submitApplication(desk: Page) {
  await desk.getByRole('button', { name: '核对并提交' }).click();
  await desk.getByRole('checkbox', { name: '内容属实' }).check();
  await desk.getByRole('button', { name: '提交申报' }).click();
  await expect(desk.getByText('待省级审核')).toBeVisible();
}
