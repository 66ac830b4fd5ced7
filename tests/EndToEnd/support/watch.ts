import { test as base, expect, type Page } from '@playwright/test';
import { account, baseUrl } from './installation';

/**
 * A browser page that is watched all the time: a report of the content security policy, a request to anybody else, an
 * error in the console or an exception fails the test that caused it.
 */
export const test = base.extend<{ signIn: (persona: string) => Promise<void> }>({
  page: async ({ page }, use) => {
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
    await use(page);
    expect(offences, 'policy reports, third parties, errors').toEqual([]);
  },
  signIn: async ({ page }, use) => {
    await use((persona) => signInAs(page, persona));
  },
});

export { expect };

/** Through the real sign-in page, as a person would. */
async function signInAs(page: Page, persona: string) {
  const { username, password } = account(persona);
  await page.goto('/bff/sign-in?returnUrl=%2Fdesk');
  await page.locator('input[name=username]').fill(username);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/\/desk/);
}
