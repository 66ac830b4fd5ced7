import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { screenshots } from './installation';
import { expect } from './watch';

/** A state of a page narrow and wide: a picture of each, nothing runs out sideways, axe finds nothing. */
export async function pictures(page: Page, name: string) {
  const before = page.viewportSize();
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.waitForLoadState('networkidle');
    await settled(page);
    await page.setViewportSize({ width, height: await page.evaluate(() => Math.max(document.documentElement.scrollHeight, 900)) });
    await page.screenshot({ path: `${screenshots}/${name}-${String(width)}.png`, fullPage: true });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name} at ${String(width)} px must not scroll sideways`).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`), `axe on ${name} at ${String(width)} px`).toEqual([]);
  }
  if (before) await page.setViewportSize(before);
}

/** Colours that are on their way are nobody's: what ends by itself has ended. */
const settled = (page: Page) => page.evaluate(() => Promise.allSettled(
  document.getAnimations().filter((one) => Number.isFinite(one.effect?.getComputedTiming().endTime)).map((one) => one.finished)));

/** The same place in the desk's other language. */
export async function inEnglish(page: Page) {
  await page.evaluate(() => { localStorage.setItem('language', 'en'); });
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}
