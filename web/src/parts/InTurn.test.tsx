import { act, render, screen } from '@testing-library/react';
import { lazy, Suspense } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InTurn } from './InTurn';

const seen = () => screen.queryAllByRole('heading').map((heading) => heading.textContent);

/** Where the page was scrolled to, by the id of the element. */
let arrived: string[] = [];

beforeEach(() => {
  arrived = [];
  Element.prototype.scrollIntoView = function (this: Element) { arrived.push(this.id); };
});

afterEach(() => {
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
  vi.unstubAllGlobals();
  location.hash = '';
});

test('the first part is there at once, the others follow in their order, and nothing that is not shown takes a turn', async () => {
  render(<InTurn><h2>first</h2>{false}<h2>second</h2>{undefined}<h2>third</h2></InTurn>);
  expect(seen()).toEqual(['first']);
  expect(await screen.findByText('third')).toBeInTheDocument();
  expect(seen()).toEqual(['first', 'second', 'third']);
});

test('a part that comes later stands where it belongs, at once, and those after it stay the same', async () => {
  location.hash = '#third';
  const page = render(<InTurn><h2>first</h2>{false}<h2 id="third">third</h2></InTurn>);
  const last = await screen.findByText('third');
  await vi.waitFor(() => { expect(arrived).toEqual(['third']); });
  page.rerender(<InTurn><h2>first</h2><h2>second</h2><h2 id="third">third</h2></InTurn>);
  expect(screen.getByText('third')).toBe(last);
  expect(last).toBeInTheDocument();
  expect(seen()).toEqual(['first', 'second', 'third']);
  expect(arrived).toEqual(['third']);
});

test('a part that has to be fetched is waited for, and only then the reader is taken to the place that the address names', async () => {
  location.hash = '#last';
  let come: (part: { default: () => React.ReactNode }) => void = () => undefined;
  const Late = lazy(() => new Promise<{ default: () => React.ReactNode }>((resolve) => { come = resolve; }));
  render(<Suspense fallback="waiting"><InTurn><h2>first</h2><h2>second</h2><Late /><h2 id="last">last</h2></InTurn></Suspense>);
  await screen.findByText('second');
  await vi.waitFor(() => { expect(come.length).toBe(1); });
  expect(seen()).toEqual(['first', 'second']);
  expect(screen.queryByText('waiting')).toBeNull();
  expect(arrived).toEqual([]);
  await act(async () => { come({ default: () => <h2>late</h2> }); await Promise.resolve(); });
  await vi.waitFor(() => { expect(arrived).toEqual(['last']); });
  expect(seen()).toEqual(['first', 'second', 'late', 'last']);
});

test('a reader who has scrolled meanwhile stays where they are', async () => {
  location.hash = '#third';
  vi.stubGlobal('scrollY', 400);
  const page = render(<InTurn><h2>first</h2><h2 id="third">third</h2></InTurn>);
  await screen.findByText('third');
  await act(async () => { await new Promise((done) => { setTimeout(done); }); });
  page.rerender(<InTurn><h2>first</h2><h2>second</h2><h2 id="third">third</h2></InTurn>);
  expect(seen()).toEqual(['first', 'second', 'third']);
  expect(arrived).toEqual([]);
});
