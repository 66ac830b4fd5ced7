import { expect, test } from 'vitest';
import { deskRoutes } from './desk/pages';
import { publicRoutes } from './public/pages';
import { pages } from './routes';

type Routed = { path?: string | undefined; index?: boolean | undefined; children?: Routed[] | undefined };

const paths = (routes: readonly Routed[]): string[] => routes.flatMap((route) => [...(route.children ? paths(route.children) : []), ...(route.children || route.path === undefined ? [] : [route.path])]);

test('every page that can be reached is in the table that the browser tests read: none is without picture and axe', () => {
  const table = new Set<string>(pages.map((page) => page.path.replace(/^\//, '')));
  const reached = paths([...deskRoutes, ...(publicRoutes as readonly Routed[])]).map((path) => path.replace(/^\//, ''));
  expect(reached.filter((path) => !table.has(path))).toEqual([]);
  expect(reached.length).toBeGreaterThanOrEqual(pages.length);
});

test('a page that shows a record takes it from the demo or from a case begun for it', () => {
  const literal = pages.filter((page) => 'sample' in page && Object.values(page.sample).some((from) => /^=0{8}-/.test(from))).map((page) => page.id);
  expect(literal.filter((id) => id !== 'deskDispute')).toEqual([]);
});
