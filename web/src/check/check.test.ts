// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { base64, readBase64 } from './bytes';
import cases from './cases.json';
import type { Shown } from './facts';
import { recall, type Memory } from './memory';
import { check, type Asked, type Outcome } from './steps';

/** Receipts made by the code that writes the log (tests/TransparencyLog.Tests/BrowserCasesTests). */
const receiptOf = (index: number, size: number) => cases.receipts.find((one) => one.size === size && one.text.includes(`\nindex ${String(index)}\n`))?.text ?? '';
const [early, late] = [receiptOf(7, 20), receiptOf(7, 52)];

const shown: Shown = {
  eventId: cases.receipts[0]?.event ?? '', at: '2026-11-21T01:02:10.0451234+00:00', type: 'acceptance.acceptance-granted.v1', actor: 'national',
  parkId: '018f0000-0000-7000-8000-000000000001', logIndex: 7, facts: { year: '2025', core: '0.186', reasons: '达到验收要求："核心指标"\n现场评估 \\ 通过 🌿' },
};

function memory(): Memory & { kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, value); }, removeItem: (key) => { kept.delete(key); } };
}

const files: Record<string, string> = { policy: cases.policy, 'proof/consistency?from=20&to=52': cases.consistency };

const ask = (receipt: string, more: Partial<Asked> = {}): Asked => ({
  receipt: () => Promise.resolve(receipt), memory: memory(), now: () => new Date('2026-11-21T09:00:00Z'),
  read: (_, path) => (files[path] === undefined ? Promise.reject(new Error('404')) : Promise.resolve(files[path])), ...more,
});

const states = (outcome: Outcome) => Object.fromEntries(outcome.steps.map((step) => [step.id, step.state]));
const why = (outcome: Outcome) => outcome.steps.find((step) => step.state !== 'held')?.says.en ?? '';

describe('a receipt', () => {
  it('that holds is checked step by step, and the log is remembered', async () => {
    const kept = memory();
    const outcome = await check(ask(late, { shown, memory: kept }));
    expect(states(outcome)).toEqual({ receipt: 'held', entry: 'held', path: 'held', signature: 'held', memory: 'held', facts: 'held' });
    expect([outcome.state, outcome.index, outcome.size, outcome.firstVisit]).toEqual(['held', 7n, 52n, true]);
    expect(recall(kept, 'registry.example/log')?.policy).toBe(cases.policy);
  });

  it.each(cases.receipts.map((one) => [one.size, one]))('of a log of %i entries holds', async (_, one) => {
    expect((await check(ask(one.text))).state).toBe('held');
  });

  it('of a larger log must begin with what was seen before, and an older one must be its beginning', async () => {
    for (const [first, second] of [[early, late], [late, early], [late, late]] as const) {
      const kept = memory();
      await check(ask(first, { memory: kept }));
      const outcome = await check(ask(second, { memory: kept }));
      expect([outcome.state, outcome.firstVisit]).toEqual(['held', false]);
      expect(recall(kept, 'registry.example/log')?.checkpoint).toContain('\n52\n');
    }
  });

  it('of another past than the one seen is refused, and nothing is remembered of it', async () => {
    const kept = memory();
    await check(ask(early, { memory: kept }));
    const before = [...kept.kept];
    const other = cases.consistency.replace(/\n[A-Za-z0-9+/]/, (start) => (start === '\nA' ? '\nB' : '\nA'));
    const outcome = await check(ask(late, { memory: kept, read: () => Promise.resolve(other) }));
    expect([outcome.state, states(outcome).memory]).toEqual(['failed', 'failed']);
    expect(why(outcome)).toContain('rewritten');
    expect([...kept.kept]).toEqual(before);
  });

  it('of another log of the same size is a fork, and one that proves another beginning proves nothing', async () => {
    const kept = memory();
    await check(ask(late, { memory: kept }));
    const pinned = JSON.parse(kept.getItem('registry-log:registry.example/log') ?? '') as { checkpoint: string };
    const fork = pinned.checkpoint.replace(/\n52\n(.)/, (_, first: string) => `\n52\n${first === 'A' ? 'B' : 'A'}`);
    kept.setItem('registry-log:registry.example/log', JSON.stringify({ ...pinned, checkpoint: fork }));
    expect(why(await check(ask(late, { memory: kept })))).toContain('two logs');
    const young = memory();
    await check(ask(early, { memory: young }));
    const other = await check(ask(late, { memory: young, read: () => Promise.resolve(cases.consistency.replace('old 20', 'old 19')) }));
    expect(states(other).memory).toBe('failed');
  });

  it('of another event than the page shows is refused before anything is computed', async () => {
    const outcome = await check(ask(receiptOf(0, 52), { shown }));
    expect([states(outcome).entry, states(outcome).path]).toEqual(['failed', 'open']);
  });

  it('is left open while the log does not say how two of its states belong together', async () => {
    const kept = memory();
    await check(ask(early, { memory: kept }));
    const outcome = await check(ask(late, { memory: kept, read: () => Promise.reject(new Error('offline')) }));
    expect([outcome.state, states(outcome).memory]).toEqual(['open', 'open']);
  });

  it('is refused when what was remembered was spoiled', async () => {
    const kept = memory();
    kept.setItem('registry-log:registry.example/log', '{}');
    expect((await check(ask(late, { memory: kept }))).state).toBe('failed');
  });

  it('needs no server once the keys are known', async () => {
    expect((await check(ask(late, { policy: cases.policy, read: () => Promise.reject(new Error('offline')) }))).state).toBe('held');
    expect(states(await check(ask(late, { read: () => Promise.reject(new Error('offline')) }))).signature).toBe('open');
    expect((await check(ask('', { receipt: () => Promise.reject(new Error('404')) }))).state).toBe('open');
  });

  it('of other keys, of one key alone or without its witness is refused', async () => {
    const [ed25519 = '', ecdsa = '', witness = ''] = cases.policy.split('\n');
    const other = ed25519.replace('log registry.example/log', 'log other.example/log');
    expect((await check(ask(late, { policy: `${other}\nquorum none\n` }))).state).toBe('failed');
    expect((await check(ask(late, { policy: `${ed25519}\nquorum none\n` }))).state).toBe('held');
    expect((await check(ask(late, { policy: `${ed25519.slice(4)}\n${ecdsa.slice(4)}\n` }))).state).toBe('held');
    for (const dropped of [0, 1, 2]) {
      const lines = late.trimEnd().split('\n');
      lines.splice(lines.length - 3 + dropped, 1);
      expect(why(await check(ask(`${lines.join('\n')}\n`)))).toMatch(dropped < 2 ? /has not signed/ : /witnesses/);
    }
    expect((await check(ask(late, { policy: `${ed25519}\n${witness}\nquorum nobody\n` }))).state).toBe('failed');
  });
});

describe('a browser that lacks a kind of signature', () => {
  afterEach(() => { vi.restoreAllMocks(); });
  const [ed25519 = '', ecdsa = ''] = cases.policy.split('\n');
  const importKey = crypto.subtle.importKey.bind(crypto.subtle) as (...given: unknown[]) => Promise<CryptoKey>;
  const without = (kind: string) => vi.spyOn(crypto.subtle, 'importKey').mockImplementation(((...given: unknown[]) =>
    ((given[2] as { name: string }).name === kind ? Promise.reject(new DOMException('no', 'NotSupportedError')) : importKey(...given))) as typeof crypto.subtle.importKey);

  it('checks the log by its other key, and says how many it checked', async () => {
    without('Ed25519');
    const outcome = await check(ask(late, { policy: `${ed25519}\n${ecdsa}\nquorum none\n` }));
    expect(outcome.state).toBe('held');
    expect(outcome.steps.find(({ id }) => id === 'signature')?.says.en).toContain('1 of the log\'s 2 keys');
  });

  it('leaves open what it cannot check: the only key, or the witnesses', async () => {
    without('Ed25519');
    expect((await check(ask(late, { policy: `${ed25519}\nquorum none\n` }))).state).toBe('open');
    expect((await check(ask(late, { policy: cases.policy }))).state).toBe('open');
  });
});

describe('a change of one field', () => {
  const lines = late.trimEnd().split('\n');
  const flipped = (bytes: Uint8Array<ArrayBuffer>, at: number) => bytes.map((byte, place) => (place === at ? byte ^ 1 : byte));
  const put = (at: number, line: string) => `${lines.map((kept, place) => (place === at ? line : kept)).join('\n')}\n`;
  const encoded = lines.flatMap((line, at) => {
    const [label, text] = /^(extra |\u2014 \S+ |)([A-Za-z0-9+/]{40,}={0,2})$/.exec(line)?.slice(1) ?? [];
    const bytes = text === undefined ? undefined : readBase64(text);
    return bytes && label !== undefined ? [{ at, label, bytes, text }] : [];
  });

  it('is seen wherever a hash, a signature or the entry has another bit', async () => {
    for (const { at, label, bytes } of encoded) {
      for (const place of [0, 1, 4, Math.floor(bytes.length / 2), bytes.length - 1].filter((byte) => byte < bytes.length)) {
        const outcome = await check(ask(put(at, label + base64(flipped(bytes, place))), { policy: cases.policy }));
        expect(outcome.state, `line ${String(at)} byte ${String(place)}`).toBe('failed');
      }
    }
    expect(encoded).toHaveLength(1 + lines.indexOf('') - 3 + 1 + 3);
  });

  it.each([
    ['another place', late.replace('index 7', 'index 6')], ['a place outside', late.replace('index 7', 'index 52')],
    ['another size', late.replace('\n52\n', '\n53\n')], ['another log', late.replace('\n\nregistry.example/log\n', '\n\nregistry.example/log2\n')],
    ['a hash less', `${lines.filter((_, at) => at !== 3).join('\n')}\n`], ['a hash more', put(3, `${lines[3] ?? ''}\n${lines[3] ?? ''}`)],
    ['two hashes changed about', put(3, lines[4] ?? '').replace(`\n${lines[4] ?? ''}\n${lines[4] ?? ''}\n`, `\n${lines[4] ?? ''}\n${lines[3] ?? ''}\n`)],
    ['the entry of another place', put(1, receiptOf(0, 52).split('\n')[1] ?? '')],
  ])('is refused: %s', async (_, text) => {
    expect((await check(ask(text, { policy: cases.policy }))).state).toBe('failed');
  });

  it.each([
    ['a byte order mark', `\ufeff${late}`], ['carriage returns', late.replaceAll('\n', '\r\n')], ['no line end', late.trimEnd()], ['one line end more', `${late}\n`],
    ['a leading zero', late.replace('index 7', 'index 07')], ['a sign', late.replace('index 7', 'index +7')], ['a space', late.replace('index 7', 'index 7 ')],
    ['a size with zero', late.replace('\n52\n', '\n052\n')], ['base64 without its end', put(3, (lines[3] ?? '').replace('=', ''))],
    ['base64 of the web', put(1, (lines[1] ?? '').replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''))], ['white space in base64', put(3, ` ${lines[3] ?? ''}`)],
    ['stray bits', put(3, (lines[3] ?? '').replace(/.=$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`))],
    ['an empty line more', late.replace('\n\n', '\n\n\n')], ['an extension line', late.replace('\n52\n', '\n52\n').replace(/(\n52\n[^\n]+\n)/, '$1more\n')],
    ['no entry', put(1, '').replace('\n\n', '\n')], ['another format', late.replace('@v1', '@v2')], ['nothing', ''],
    ['an ordinary dash', late.replaceAll('\u2014', '-')],
  ])('of spelling is refused: %s', async (_, text) => {
    expect((await check(ask(text, { policy: cases.policy }))).state).toBe('failed');
  });

  it.each([
    ['event', { eventId: '018f0000-0000-7000-8000-00000000ffff' }], ['time', { at: '2026-11-21T01:02:10.046Z' }], ['type', { type: 'acceptance.acceptance-refused.v1' }],
    ['role', { actor: 'province' }], ['park', { parkId: '018f0000-0000-7000-8000-000000000002' }], ['reasons', { facts: { ...shown.facts, reasons: '另一理由' } }],
    ['year', { facts: { ...shown.facts, year: '2026' } }], ['place', { logIndex: 8 }],
  ])('of what the page shows is named: %s', async (_, other) => {
    const outcome = await check(ask(late, { shown: { ...shown, ...other } }));
    expect(outcome.state).toBe('failed');
  });
});
