import './check.css';
import type { Shown } from './facts';
import { browserMemory } from './memory';
import { fetchText } from './sources';
import { check, type Outcome } from './steps';

export { draw } from './view';

/** Checks what a page of the register shows against the log beside it. */
export const checkShown = (shown: Shown, receipt: string): Promise<Outcome> => check({
  shown, memory: browserMemory(), now: () => new Date(), receipt: () => fetchText(receipt), read: (_, path) => fetchText(`/${path}`),
});
