import { test as base, expect, type Page } from '@playwright/test';
import { account, baseUrl } from './installation';

type People = {
  /** Signs in on the test's own page. */
  signIn: (persona: string) => Promise<void>;
  /** The desk of a persona, in a browser session of its own; `visitor` is nobody. The same page every time. */
  as: (who: string) => Promise<Page>;
};

/**
 * A browser page that is watched all the time: a report of the content security policy, a request to anybody else, an
 * error in the console or an exception fails the test that caused it.
 */
export const test = base.extend<People>({
  page: async ({ page }, use) => {
    const offences = await watch(page);
    await use(page);
    expect(offences, 'policy reports, third parties, errors').toEqual([]);
  },
  signIn: async ({ page }, use) => {
    await use((persona) => signInAs(page, persona));
  },
  as: async ({ browser }, use) => {
    const desks = new Map<string, { page: Page; offences: string[] }>();
    await use(async (who) => {
      const known = desks.get(who);
      if (known) return known.page;
      const page = await (await browser.newContext()).newPage();
      desks.set(who, { page, offences: await watch(page) });
      if (who !== 'visitor') await signInAs(page, who);
      return page;
    });
    for (const { page } of desks.values()) await page.context().close();
    expect([...desks].flatMap(([who, { offences }]) => offences.map((offence) => `${who}: ${offence}`)), 'policy reports, third parties, errors').toEqual([]);
  },
});

export { expect };

async function watch(page: Page): Promise<string[]> {
  const offences: string[] = [];
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) => { console.error(`CSP: ${e.violatedDirective} ${e.blockedURI}`); });
  });
  page.on('console', (message) => {
    // A refused request is logged by the browser itself; the pages show it to the reader.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) offences.push(message.text());
  });
  page.on('pageerror', (error) => offences.push(String(error)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(baseUrl).origin) offences.push(`third party: ${request.url()}`);
    if (url.pathname === '/csp-report') offences.push(`CSP report: ${request.postData() ?? ''}`);
  });
  return offences;
}

/** Through the real sign-in page, as a person would. */
export async function signInAs(page: Page, persona: string) {
  const { username, password } = account(persona);
  await page.goto('/bff/sign-in?returnUrl=%2Fdesk');
  await page.getByLabel(/^(用户名|User name)$/).fill(username);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
  await page.waitForURL(/\/desk/);
}
