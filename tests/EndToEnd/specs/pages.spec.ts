import AxeBuilder from '@axe-core/playwright';
import { pages, type Page as Route } from '../../../web/src/routes';
import { dispute } from '../support/disputed';
import { demo, screenshots } from '../support/installation';
import { releasedDay } from '../support/released';
import { marked, submitted } from '../support/submitted';
import { expect, test } from '../support/watch';

// Every page of the route table, in both languages, narrow, middle and wide: a picture of each, and axe finds nothing.

const widths = [360, 768, 1440];
const languages = ['zh', 'en'] as const;

for (const route of pages as readonly Route[]) {
  for (const language of languages) {
    test(`${route.id} in ${language} can be read by everybody at every width`, async ({ page, signIn }) => {
      if (route.entry === 'desk') {
        await page.addInitScript((chosen) => { localStorage.setItem('language', chosen); }, language === 'en' ? 'en' : 'zh-CN');
      }
      if (route.signIn && route.persona) await signIn(route.persona);
      await page.goto(address(route, language, await idsOf(route)));
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      if (isReal(route)) await expect(page.getByRole('heading', { level: 1 }), 'a page of something that exists').not.toHaveText(/^(没有这个页面|No such page)$/);
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN');
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await settle(page);
        await page.screenshot({ path: `${screenshots}/${route.id}-${language}-${width}.png`, fullPage: true });
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(wider, `${width} px: the page must not scroll sideways`).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
        expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(' | ')}`), `axe at ${width} px`).toEqual([]);
      }
    });
  }
}

/** Whose page must be found: all but those whose sample is a literal. */
const isReal = (route: Route) => Object.values(route.sample ?? {}).every((from) => !from.startsWith('='));

/** What the demo left; of tasks, running cases and disputes, which it leaves to nobody, one that was begun for this page; of releases the newest. */
async function idsOf(route: Route): Promise<Record<string, string | number>> {
  const wanted = Object.values(route.sample ?? {});
  if (wanted.includes('releasedDay')) return { releasedDay: await releasedDay() };
  if (wanted.includes('disputeNumber') || wanted.includes('disputeId')) return dispute();
  if (!wanted.includes('openTask') && !wanted.includes('runningCase')) return route.sample ? demo() : {};
  const { task } = await submitted(marked('页面'));
  return { openTask: task.id, runningCase: task.instance };
}

function address(route: Route, language: (typeof languages)[number], ids: Record<string, string | number>): string {
  const path = Object.entries(route.sample ?? {}).reduce(
    (filled, [name, from]) => filled.replace(name === '*' ? '*' : `:${name}`, from.startsWith('=') ? from.slice(1) : String(ids[from])),
    route.path,
  );
  const rooted = path.startsWith('/') ? path : `/${path}`;
  return route.entry === 'public' && language === 'en' ? `/en${rooted}` : rooted;
}

/** Data have come, fonts are there, nothing moves any more. */
async function settle(page: import('@playwright/test').Page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity).map((a) => a.finished));
  });
}
