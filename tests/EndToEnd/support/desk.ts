import type { Locator, Page } from '@playwright/test';
import { screenshots } from './installation';
import { expect } from './watch';

/** Opens what waits for somebody: found in the inbox by what is to be done and for which park. News travels between services, so the inbox is looked at until it has come. */
export async function openTask(desk: Page, task: string, park: string) {
  const link = desk.getByRole('row').filter({ hasText: park }).getByRole('link', { name: task });
  await expect(async () => {
    await desk.goto('/desk');
    await expect(link).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 45_000 });
  await link.click();
}

/** Chooses from a list as one does: opens it, types a part, takes the entry. */
export async function choose(box: Locator, entry: string) {
  await box.click();
  if (await box.isEditable()) await box.fill(entry);
  const option = box.page().locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(entry, { exact: true });
  await option.waitFor();
  // A list that is still being filtered swallows a click.
  await expect(async () => {
    if (await option.isVisible()) await option.click({ timeout: 2_000 });
    await expect(option).toBeHidden({ timeout: 2_000 });
  }).toPass();
}

/** What was typed is kept, and the page says so. */
export const autosaved = (desk: Page) => expect(desk.getByRole('status').filter({ hasText: '自动保存' })).toBeVisible();

/** Pictures of one story, numbered in its order. */
export function album(story: string) {
  let number = 0;
  return async (page: Page, what: string, width = 1440) => {
    number += 1;
    await page.waitForLoadState('networkidle');
    // As tall as the page, so that a bar that stays at the foot of the window is not drawn over what lies behind it.
    const window = page.viewportSize();
    await page.setViewportSize({ width, height: await page.evaluate(() => Math.max(document.documentElement.scrollHeight, 900)) });
    await page.screenshot({ path: `${screenshots}/${story}-${String(number).padStart(2, '0')}-${what}.png`, fullPage: true });
    if (window) await page.setViewportSize(window);
  };
}
