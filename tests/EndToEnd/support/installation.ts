import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The registry under test and what the demo left in it. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const baseUrl = process.env.BASE_URL ?? 'http://localhost:8080';
export const accountsFile = process.env.ACCOUNTS ?? `${root}.local/demo-accounts.json`;
export const screenshots = process.env.SCREENSHOTS ?? `${root}.local/screenshots`;

export type Account = { persona: string; username: string; password: string; clientId: string; clientSecret: string };

export const accounts = () => JSON.parse(readFileSync(accountsFile, 'utf8')) as Account[];

export function account(persona: string): Account {
  const found = accounts().find((a) => a.persona === persona);
  if (!found) throw new Error(`${accountsFile} names no persona '${persona}'.`);
  return found;
}

/** What `./registry demo --json` printed as its last line: ids by name. */
export function demo(): Record<string, string | number> {
  const line = process.env.DEMO_IDS;
  if (!line) throw new Error('The demo was not played: DEMO_IDS is empty.');
  return JSON.parse(line) as Record<string, string | number>;
}
