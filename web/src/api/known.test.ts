import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => { document.body.replaceChildren(); vi.unstubAllGlobals(); vi.resetModules(); });

it('asks nothing that the page has brought, and only once', async () => {
  document.body.innerHTML = '<script type="application/json" id="known">{"/parks/1":{"name":"\\u003c海陵"}}</script>';
  const asked = vi.fn(() => Promise.resolve(Response.json({ name: 'new' })));
  vi.stubGlobal('fetch', asked);
  const { fetchUnlessKnown } = await import('./known');
  const ask = async () => await (await fetchUnlessKnown(new Request('http://localhost/api/public/v1/parks/1'))).json() as unknown;
  expect(await ask()).toEqual({ name: '<海陵' });
  expect(asked).not.toHaveBeenCalled();
  expect(await ask()).toEqual({ name: 'new' });
});
