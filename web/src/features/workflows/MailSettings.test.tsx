import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from 'antd';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeAll, expect, test, vi } from 'vitest';
import { startWords } from '../../i18n';
import common from '../../i18n/en/common.json';
import desk from '../../i18n/en/desk.json';
import { MailSettings } from './MailSettings';

/** What Identity and the host keep, as they would answer. */
const kept = vi.hoisted(() => {
  const told = { email: null as string | null, choice: { mail: true, daily: false, language: 'zh' } };
  const answer = (body: unknown) => new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
  vi.stubGlobal('fetch', async (asked: Request | string) => {
    const [path, method, body] = typeof asked === 'string' ? [asked, 'GET', ''] : [new URL(asked.url).pathname, asked.method, await asked.text()];
    if (path === '/bff/session') return answer({ signedIn: true, antiforgery: 'token' });
    if (path.endsWith('/me/email')) {
      told.email = (JSON.parse(body) as { email: string | null }).email;
      return new Response(null, { status: 204 });
    }
    if (path.endsWith('/me')) return answer({ id: 'a', displayName: 'A', role: 'province', email: told.email, actions: [], organisation: { name: 'B' } });
    if (method === 'PUT') told.choice = JSON.parse(body) as typeof told.choice;
    return answer({ ...told.choice, mailIsOn: true });
  });
  return told;
});

beforeAll(() => startWords('en', [common, desk]));

test('an address that was saved is saved: nothing is left to save, and the page says so', async () => {
  const router = createMemoryRouter([{ path: '/', element: <MailSettings /> }]);
  render(<QueryClientProvider client={new QueryClient()}><App><RouterProvider router={router} /></App></QueryClientProvider>);
  await userEvent.type(await screen.findByLabelText(desk.notices.address), 'somebody@example.org');
  const save = screen.getByRole('button', { name: desk.desk.save });
  expect(save).toBeEnabled();
  await userEvent.click(save);
  await waitFor(() => { expect(screen.getByText(desk.notices.saved)).toBeVisible(); });
  expect(kept.email).toBe('somebody@example.org');
  expect(save).toBeDisabled();
});
