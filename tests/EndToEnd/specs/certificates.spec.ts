import type { Page } from '@playwright/test';
import { api } from '../support/api';
import { demo } from '../support/installation';
import { inEnglish, pictures } from '../support/pictures';
import { expect, test } from '../support/watch';

// A certificate counts once, in all the country and for all time.

test.setTimeout(300_000);

const accountingYear = 2019;

/** A number that the demo's disclosed year claims. */
const claimed = (sequence: number) => `DEMO${String(demo().parkId).replaceAll('-', '').slice(-13).toUpperCase()}${String(sequence).padStart(13, '0')}11`;

test('amounts that differ and a number that counted before are refused in words, and nothing is lost', async ({ page, signIn }) => {
  const { id } = await api('park', 'POST', 'submission/v1/submissions', { parkId: demo().parkId, year: accountingYear });
  const path = `submission/v1/submissions/${id}`;
  await answered(path, '50', 0);
  await api('park', 'PUT', `${path}/certificates`, {
    items: [{ first: claimed(1), last: claimed(40), kind: 'certificate', productionMonth: '2019-06', beneficiary: '（演示）园区管理机构', cancelledOn: '2019-12-20', source: 'wind' }],
  }, 0);
  await signIn('park');
  await submit(page, id);
  await expect(page.getByRole('alert').filter({ hasText: '绿证与电力数据不一致' })).toBeVisible();
  await pictures(page, 'certificate-amounts');

  const { draftVersion } = await api('park', 'GET', path);
  await answered(path, '40', Number(draftVersion));
  await submit(page, id);
  const refused = page.getByRole('alert').filter({ hasText: `绿证 ${claimed(1)} 已由` });
  await expect(refused).toContainText(`用于 ${String(demo().year)} 年`);
  await pictures(page, 'certificate-refused');
  expect((await api('park', 'GET', path)).draftVersion).toBe(Number(draftVersion) + 1);

  await inEnglish(page);
  await submit(page, id, 'en');
  await expect(page.getByRole('alert').filter({ hasText: `Certificate ${claimed(1)} is claimed by` })).toBeVisible();
  await pictures(page, 'certificate-refused-en');
});

/** The year with so many MWh covered by certificates, and an answer to everything that it is asked. */
async function answered(path: string, mwh: string, version: number) {
  const electricity = [{ direction: 'in', kind: 'grid', mwh: '1000' }, { direction: 'in', kind: 'certificate', mwh }];
  const asked = await api('park', 'PUT', `${path}/draft`, { year: accountingYear, electricity }, version);
  const answers = (asked.signals as { id: string; key?: string; severity: string }[])
    .filter((signal) => signal.severity === 'warning').map(({ id, key }) => ({ signal: id, ...(key && { key }), reason: '（演示）属实，见电费结算单。' }));
  await api('park', 'PUT', `${path}/draft`, { year: accountingYear, electricity, answers }, Number(asked.version));
}

async function submit(page: Page, id: string, language: 'zh' | 'en' = 'zh') {
  const [check, declare, send] = language === 'zh' ? ['核对并报送', '数据真实、完整', '报送'] : ['Check and submit', 'The data are true and complete', 'Submit'];
  await page.goto(`/desk/submissions/${id}`);
  await page.getByRole('button', { name: check }).click();
  await page.getByRole('checkbox', { name: declare }).check();
  await page.getByRole('button', { name: send, exact: true }).click();
}
