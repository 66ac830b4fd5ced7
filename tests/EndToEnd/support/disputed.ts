import { expect } from '@playwright/test';
import { api } from './api';
import { baseUrl, demo } from './installation';

type Lines = { items: { id: string; item: { number: string } }[] };

/** A dispute about the demo's park: one that is there, or a new one. An address may raise a few in an hour only. */
export async function dispute(): Promise<{ disputeId: string; disputeNumber: string }> {
  const known = await first();
  if (known) return known;
  const { parkId, year } = demo();
  const raised = await fetch(`${baseUrl}/api/public/v1/parks/${String(parkId)}/disputes`, {
    method: 'POST', headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ year, figure: 'reported.total', reason: '（演示）与公开的用电量对不上。', wordsPublic: true }),
  });
  expect(raised.status).toBe(202);
  await expect.poll(first).toBeDefined();
  return await first() ?? { disputeId: '', disputeNumber: '' };
}

async function first() {
  const { items } = await api('national', 'GET', 'disclosure/v1/desk/disputes') as unknown as Lines;
  return items.map(({ id, item }) => ({ disputeId: id, disputeNumber: item.number }))[0];
}
