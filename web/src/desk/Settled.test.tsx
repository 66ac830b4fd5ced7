import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Settled } from './Settled';

function Late({ name, answer, then }: { name: string; answer: Promise<string>; then?: Promise<string> }) {
  const { data } = useQuery({ queryKey: [name], queryFn: () => answer, retry: false });
  return <><p>{data ?? '…'}</p>{data && then && <Late name={`${name}-more`} answer={then} />}</>;
}

/** An answer that comes when the test says so. */
function soon() {
  let come: (text: string) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const answer = new Promise<string>((resolve, reject) => { come = resolve; fail = reject; });
  return { answer, come, fail };
}

const show = (children: React.ReactNode) => render(<QueryClientProvider client={new QueryClient()}><Settled>{children}<button type="button">认领</button></Settled></QueryClientProvider>);
const held = () => document.querySelector('.unsettled') !== null;

test('a button can be pressed only when all above it has come, and what that asked for in turn', async () => {
  const [facts, story, drawing] = [soon(), soon(), soon()];
  show(<><Late name="facts" answer={facts.answer} /><Late name="story" answer={story.answer} then={drawing.answer} /></>);
  expect(held()).toBe(true);
  facts.come('facts');
  await screen.findByText('facts');
  expect(held()).toBe(true);
  story.come('story');
  await screen.findByText('story');
  expect(held()).toBe(true);
  drawing.come('drawing');
  await screen.findByText('drawing');
  await waitFor(() => { expect(held()).toBe(false); });
});

test('a refused answer does not hold the page for ever', async () => {
  const facts = soon();
  show(<Late name="refused" answer={facts.answer} />);
  facts.fail(new Error('away'));
  await waitFor(() => { expect(held()).toBe(false); });
});

test('a page without questions does not wait', async () => {
  show(<p>nothing to ask</p>);
  await waitFor(() => { expect(held()).toBe(false); });
});
