import { expect } from '@playwright/test';
import { baseUrl } from './installation';

/** The newest day whose open data are released. The first one is made within a minute once anything is public. */
export async function releasedDay(): Promise<string> {
  let day = '';
  await expect.poll(async () => {
    const list = await (await fetch(`${baseUrl}/api/public/v1/open-data/releases`)).json() as { items: { day: string }[] };
    day = list.items[0]?.day ?? '';
    return day;
  }, { timeout: 150_000, intervals: [1000] }).not.toBe('');
  return day;
}
