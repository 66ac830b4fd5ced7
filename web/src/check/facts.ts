import { base64url, sha256, utf8 } from './bytes';
import type { Fact, Leaf } from './leaf';

/** An event as a page shows it: what the public answers of the registry say of it. */
export type Shown = { eventId: string; at: string; type: string; actor: string; parkId?: string | undefined; logIndex?: number | null; facts: Record<string, string> };

/** One comparison of page and log. */
export type Compared = { name: string; page: string | undefined; log: string | undefined; same: boolean };

/** The page's words for what leaves call otherwise. */
const renamed: Record<string, string> = { submission_version: 'version' };

const camel = (name: string) => renamed[name] ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

const asText = (fact: Fact) => (typeof fact === 'object' ? JSON.stringify(fact) : String(fact));

/** To the millisecond, as leaves write it. */
function instant(at: string): string {
  const time = new Date(at.replace(/(\.\d{3})\d+/, '$1'));
  return Number.isNaN(time.getTime()) ? at : time.toISOString();
}

/** Everything that page and log both say, and what the log says that the page does not show. What only the page says, the log has committed to. */
export async function compare(shown: Shown, leaf: Leaf, index: bigint): Promise<Compared[]> {
  const same = (name: string, page: string | undefined, log: string | undefined): Compared => ({ name, page, log, same: page === undefined || page === log });
  const compared = [
    same('eventId', shown.eventId, leaf.id), same('type', shown.type, leaf.type), same('at', instant(shown.at), leaf.at), same('actor', shown.actor || 'registry', leaf.actor),
    same('logIndex', shown.logIndex?.toString(), index.toString()),
  ];
  for (const [name, fact] of Object.entries(leaf.pub ?? {})) {
    if (name === 'backfilled') continue;
    if (name === 'park_id') compared.push(same('parkId', shown.parkId, asText(fact)));
    else if (name.endsWith('_sha256')) compared.push(await hashed(shown, name, asText(fact)));
    else compared.push(same(camel(name), Object.hasOwn(shown.facts, camel(name)) ? shown.facts[camel(name)] : undefined, asText(fact)));
  }
  return compared;
}

/** Long text stands in the log by its hash. */
async function hashed(shown: Shown, name: string, log: string): Promise<Compared> {
  const short = camel(name.slice(0, -'_sha256'.length));
  const text = shown.facts[short];
  const page = text === undefined ? undefined : base64url(await sha256(utf8(text)));
  return { name: short, page, log, same: page === undefined || page === log };
}
