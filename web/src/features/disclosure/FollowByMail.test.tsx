import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startWords } from '../../i18n';
import common from '../../i18n/en/common.json';
import words from '../../i18n/en/public.json';
import { FollowByMail } from './FollowByMail';

/** What the register would answer, and what it was asked. */
const register = vi.hoisted(() => {
  const told = { mail: true, asked: [] as string[] };
  const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
  vi.stubGlobal('fetch', async (asked: Request | string) => {
    const [address, body] = typeof asked === 'string' ? [asked, ''] : [asked.url, await asked.text()];
    if (address.endsWith('/bff/session')) return answer({ signedIn: false });
    if (address.endsWith('/subscriptions/offer')) return answer({ mail: told.mail });
    told.asked.push(body);
    return answer({ confirmWithinHours: 48 }, 202);
  });
  return told;
});

beforeAll(() => startWords('en', [common, words]));
beforeEach(() => { Object.assign(register, { mail: true, asked: [] }); });

const form = words.subscription.form;

async function open() {
  render(<QueryClientProvider client={new QueryClient()}><FollowByMail followed={{ province: '320000' }} feed="/feed.atom" /></QueryClientProvider>);
  await userEvent.click(screen.getByText(form.title));
}

test('where mail is off nobody types an address: the page says so and leads to the feed', async () => {
  register.mail = false;
  await open();
  expect(await screen.findByText(form.off, { exact: false })).toBeVisible();
  expect(screen.getByRole('link', { name: words.subscription.feed })).toHaveAttribute('href', '/feed.atom');
  expect(screen.queryByLabelText(form.email)).toBeNull();
});

test('an address is sent with what is followed and the language of the page, and what comes next is said', async () => {
  await open();
  await userEvent.type(await screen.findByLabelText(form.email), ' reader@example.org ');
  await userEvent.click(screen.getByRole('button', { name: form.send }));
  expect(await screen.findByRole('status')).toHaveTextContent('48 hours');
  expect(register.asked.map((body) => JSON.parse(body) as unknown)).toEqual([{ province: '320000', email: 'reader@example.org', language: 'en' }]);
});

test('without an address nothing is sent, and the field is named', async () => {
  await open();
  await userEvent.click(await screen.findByRole('button', { name: form.send }));
  expect(await screen.findByRole('alert')).toHaveTextContent(form.missing);
  expect(register.asked).toEqual([]);
});
