import { Misspelt } from './bytes';
import { signed } from './receipt';

/** What a browser remembers of a log: whose signatures count, and the newest checkpoint that held. */
export type Pinned = { policy: string; checkpoint: string; since: string };

/** Where it is remembered; tests and strangers' pages bring their own. */
export type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const name = (origin: string) => `registry-log:${origin}`;

/** Undefined on the first visit. What cannot be read is not passed over: it is named, so that nobody can clear the memory by spoiling it. */
export function recall(memory: Memory, origin: string): Pinned | undefined {
  const text = memory.getItem(name(origin));
  if (text === null) return undefined;
  try {
    const pinned = JSON.parse(text) as Pinned;
    signed(pinned.checkpoint);
    return pinned;
  } catch {
    throw new Misspelt('What this browser remembered of the log cannot be read any more: somebody spoiled it.', '本浏览器所记的日志状态已无法读取：有人破坏了它。');
  }
}

export function remember(memory: Memory, origin: string, pinned: Pinned): void {
  memory.setItem(name(origin), JSON.stringify(pinned));
}

export function forget(memory: Memory, origin: string): void {
  memory.removeItem(name(origin));
}

/** The browser's own memory; where it is closed, one that lasts as long as the page. */
export function browserMemory(): Memory {
  try {
    localStorage.getItem('registry-log');
    return localStorage;
  } catch {
    const kept = new Map<string, string>();
    return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); } };
  }
}
