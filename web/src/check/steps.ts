import { base64, Misspelt } from './bytes';
import { compare, type Compared, type Shown } from './facts';
import { parseLeaf, type Leaf } from './leaf';
import { remember, recall, type Memory, type Pinned } from './memory';
import { extendsTree, includes, leafHash } from './merkle';
import { writeNote } from './note';
import { judge, parsePolicy } from './policy';
import { parseConsistency, parseReceipt, signed, type Receipt } from './receipt';
import { kindName } from './signatures';
import { words, type Words } from './words';

export const stepIds = ['receipt', 'entry', 'path', 'signature', 'memory', 'facts'] as const;
export type StepId = (typeof stepIds)[number];

/** held ✓ · failed ✕ · open: could not be checked now, or was not reached. */
export type State = 'held' | 'failed' | 'open';

/** One step, in plain words of both languages; `detail` is what was computed. */
export type Step = { id: StepId; state: State; says: Words; detail?: string[] };

export type Outcome = { state: State; steps: Step[]; leaf?: Leaf; index?: bigint; size?: bigint; compared?: Compared[]; firstVisit?: boolean };

/** What is checked, and how more of the log is read. */
export type Asked = {
  /** The receipt's text; a promise that fails when there is none. */
  receipt: () => Promise<string>;
  /** What the page shows; left out when a receipt is looked at by itself. */
  shown?: Shown | undefined;
  /** Keys or policy that the reader brought; otherwise what is remembered, or what the log says of itself on the first visit. */
  policy?: string | undefined;
  /** A public file of the log with this origin, such as `policy`. */
  read: (origin: string, path: string) => Promise<string>;
  memory: Memory;
  now: () => Date;
};

class Failed extends Error {
  readonly says: Words;
  readonly state: State;

  constructor(says: Words, state: State = 'failed') {
    super(says.en);
    this.says = says;
    this.state = state;
  }
}

/** Checks a receipt step by step and stops at the first that does not hold; only when all of them held is anything remembered. */
export async function check(asked: Asked, report: (steps: Step[]) => void = () => undefined): Promise<Outcome> {
  const steps: Step[] = [];
  const found: Partial<Outcome> = {};
  const step = async <T>(id: StepId, run: () => Promise<{ says: Words; detail?: string[]; value: T }>): Promise<T> => {
    try {
      const { value, ...held } = await run();
      steps.push({ id, state: 'held', ...held });
      report([...steps]);
      return value;
    } catch (error) {
      const why = error instanceof Failed ? error : error instanceof Misspelt ? new Failed({ en: error.message, zh: error.zh }) : new Failed(words.broken(String(error)));
      steps.push({ id, state: why.state, says: why.says });
      throw why;
    }
  };
  try {
    await run(asked, step, found);
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    const missing = stepIds.filter((id) => !steps.some((done) => done.id === id) && (id !== 'facts' || asked.shown));
    steps.push(...missing.map((id): Step => ({ id, state: 'open', says: words.notReached })));
  }
  report(steps);
  const state = steps.some((done) => done.state === 'failed') ? 'failed' : steps.some((done) => done.state === 'open') ? 'open' : 'held';
  return { ...found, state, steps };
}

type RunStep = <T>(id: StepId, run: () => Promise<{ says: Words; detail?: string[]; value: T }>) => Promise<T>;

async function run(asked: Asked, step: RunStep, found: Partial<Outcome>): Promise<void> {
  const receipt = await step('receipt', async () => {
    const text = await asked.receipt().catch((error: unknown) => { throw new Failed(words.noReceipt(String(error instanceof Error ? error.message : error)), 'open'); });
    const read = parseReceipt(text);
    return { value: read, says: words.receipt(read.index, read.checkpoint.size, read.checkpoint.origin) };
  });
  Object.assign(found, { index: receipt.index, size: receipt.checkpoint.size });
  const leaf = await step('entry', async () => {
    const read = parseLeaf(receipt.entry);
    if (asked.shown && read.id !== asked.shown.eventId) throw new Failed(words.otherEvent(read.id, asked.shown.eventId));
    return { value: read, says: words.entry(read), detail: [new TextDecoder().decode(receipt.entry)] };
  });
  found.leaf = leaf;
  await step('path', async () => {
    const hash = await leafHash(receipt.entry);
    const { size, root } = receipt.checkpoint;
    if (!await includes(receipt.index, size, hash, receipt.hashes, root)) throw new Failed(words.wrongPath(receipt.index));
    return { value: undefined, says: words.path(receipt.hashes.length), detail: [base64(hash), base64(root)] };
  });
  const { policy, pinned } = await step('signature', () => signature(asked, receipt));
  await step('memory', async () => ({ value: undefined, ...await consistent(asked, receipt, pinned) }));
  found.firstVisit = pinned === undefined;
  if (asked.shown) {
    const shown = asked.shown;
    found.compared = await step('facts', async () => {
      const compared = await compare(shown, leaf, receipt.index);
      const differs = compared.filter((one) => !one.same);
      if (differs.length > 0) throw new Failed(words.differs(differs));
      return { value: compared, says: words.facts(compared.filter((one) => one.page !== undefined).length) };
    });
  }
  if (!pinned || signed(pinned.checkpoint).checkpoint.size < receipt.checkpoint.size) {
    remember(asked.memory, receipt.checkpoint.origin, { policy, checkpoint: writeNote(receipt.note), since: pinned?.since ?? asked.now().toISOString() });
  }
}

/** Every key of the log must have signed; a kind that this browser cannot check counts neither way, and one at least must be checked. */
async function signature(asked: Asked, receipt: Receipt) {
  const { origin } = receipt.checkpoint;
  const pinned = recall(asked.memory, origin);
  const policy = asked.policy ?? pinned?.policy
    ?? await asked.read(origin, 'policy').catch((error: unknown) => { throw new Failed(words.noKeys(String(error)), 'open'); });
  const { logs, witnesses, quorumMet } = await judge(await parsePolicy(policy), receipt.note, receipt.checkpoint);
  const named = logs.map(({ key, verdict }) => `${kindName(key)} ${key.id}: ${verdict}`);
  if (logs.length === 0) throw new Failed(words.otherLog(origin));
  if ([...logs, ...witnesses].some(({ verdict }) => verdict === 'wrong')) throw new Failed(words.wrongSignature(named.join(', ')));
  if (logs.some(({ verdict }) => verdict === 'missing')) throw new Failed(words.missingSignature(named.join(', ')));
  if (logs.every(({ verdict }) => verdict === 'unknown')) throw new Failed(words.cannotCheck, 'open');
  if (!quorumMet) {
    const checkable = witnesses.every(({ verdict }) => verdict !== 'unknown');
    throw new Failed(words.noQuorum(witnesses.filter(({ verdict }) => verdict === 'signed').length, witnesses.length), checkable ? 'failed' : 'open');
  }
  const source = asked.policy ? 'brought' as const : pinned ? 'remembered' as const : 'first' as const;
  return { value: { policy, pinned }, says: words.signature(logs.filter(({ verdict }) => verdict === 'signed').length, logs.length, source), detail: named };
}

/** The receipt's checkpoint and the remembered one must be of one history, whichever is the older. */
async function consistent(asked: Asked, receipt: Receipt, pinned: Pinned | undefined): Promise<{ says: Words; detail?: string[] }> {
  if (!pinned) return { says: words.firstVisit(receipt.checkpoint.size) };
  const { origin } = receipt.checkpoint;
  const last = signed(pinned.checkpoint).checkpoint;
  const [old, grown] = last.size <= receipt.checkpoint.size ? [last, receipt.checkpoint] : [receipt.checkpoint, last];
  if (old.size === grown.size) {
    if (base64(old.root) !== base64(grown.root)) throw new Failed(words.fork(old.size));
    return { says: words.sameState(old.size, pinned.since) };
  }
  const text = await asked.read(origin, `proof/consistency?from=${String(old.size)}&to=${String(grown.size)}`)
    .catch((error: unknown) => { throw new Failed(words.noConsistency(old.size, grown.size, String(error)), 'open'); });
  const proof = parseConsistency(text);
  if (proof.from !== old.size || !await extendsTree(old.size, grown.size, proof.hashes, old.root, grown.root)) throw new Failed(words.rewritten(old.size, grown.size));
  return { says: words.extended(old.size, grown.size, pinned.since) };
}
