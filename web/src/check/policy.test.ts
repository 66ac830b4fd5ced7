// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { base64, join, readBase64, readWhole, sha256, utf8 } from './bytes';
import cases from './cases.json';
import { hex, parseCheckpoint, parseNote } from './note';
import { parsePolicy } from './policy';
import { parseReceipt } from './receipt';
import { check } from './steps';

const [log = '', second = '', witness = ''] = cases.policy.split('\n');
const receipt = cases.receipts[1]?.text ?? '';
const memory = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** The same key under another name. */
async function named(line: string, name: string): Promise<string> {
  const key = readBase64(line.split('+').slice(2).join('+')) ?? new Uint8Array();
  const id = await sha256(join(utf8(`${name}\n`), key));
  return `${name}+${hex(id.slice(0, 4))}+${base64(key)}`;
}

const checked = async (policy: string) => (await check({
  receipt: () => Promise.resolve(receipt), policy, memory, now: () => new Date(), read: () => Promise.reject(new Error('offline')),
})).state;

describe('a policy', () => {
  it('of another log does not speak for this one', async () => {
    const other = await named(log.slice(4), 'other.example/log');
    expect(await checked(`log ${other}\nquorum none\n`)).toBe('failed');
    expect(await checked(`log ${other}\n${second}\nquorum none\n`)).toBe('held');
  });

  it('may group its witnesses', async () => {
    expect(await checked(`${log}\n${witness}\ngroup provinces 1 hunan\nquorum provinces\n`)).toBe('held');
    expect(await checked(`${log}\n${witness}\ngroup one any hunan\ngroup all all one\nquorum all\n`)).toBe('held');
  });

  it.each([
    ['two of one', 'group a 2 hunan\nquorum a'], ['none of one', 'group a 0 hunan\nquorum a'], ['a number otherwise', 'group a 01 hunan\nquorum a'], ['of nobody', 'group a 1 nobody\nquorum a'],
    ['of nothing', 'group a 1\nquorum a'], ['of one twice', 'group a 1 hunan hunan\nquorum a'], ['one in two groups', 'group a 1 hunan\ngroup b 1 hunan\nquorum b'],
    ['a name taken', 'group hunan 1 hunan\nquorum hunan'], ['the name none', 'group none 1 hunan\nquorum none'], ['two quorums', 'quorum none\nquorum hunan'],
    ['the quorum of nobody', 'quorum nobody'], ['no quorum', ''], ['an unknown word', 'watch hunan\nquorum none'], ['a key twice', `${log}\nquorum none`],
    ['a carriage return', 'quorum none\r'],
  ])('is refused with %s', async (_, rest) => {
    await expect(parsePolicy(`${log}\n${witness}\n${rest}\n`)).rejects.toThrow();
  });

  it('is refused without a key, with a key of the wrong kind, and with the id of another key', async () => {
    await expect(parsePolicy('quorum none\n')).rejects.toThrow();
    await expect(parsePolicy(`log ${witness.split(' ')[2] ?? ''}\nquorum none\n`)).rejects.toThrow();
    await expect(parsePolicy(`${log}\nwitness w ${second.slice(4)}\nquorum none\n`)).rejects.toThrow();
    await expect(parsePolicy(`${log.replace(/\+[0-9a-f]{8}\+/, '+00000000+')}\nquorum none\n`)).rejects.toThrow();
  });
});

describe('a note', () => {
  const note = receipt.slice(receipt.indexOf('\n\n') + 2);

  it('has no control characters and nothing after a signature', () => {
    expect(() => parseNote(note)).not.toThrow();
    expect(() => parseNote(note.replace('log\n', 'log\t\n'))).toThrow();
    expect(() => parseNote(`${note.trimEnd()} more\n`)).toThrow();
  });

  it('holds a checkpoint of three lines', () => {
    const text = parseNote(note).text;
    expect(parseCheckpoint(text).size).toBe(52n);
    for (const other of [`${text}more\n`, text.trimEnd(), `\n${text}`, text.replace('registry.example/log', '')]) expect(() => parseCheckpoint(other)).toThrow();
  });

  it('counts up to what 64 bits hold', () => {
    expect(readWhole('18446744073709551615')).toBe((1n << 64n) - 1n);
    expect(readWhole('18446744073709551616')).toBeUndefined();
  });

  it('stands in a receipt after at most 63 hashes', () => {
    const hash = receipt.split('\n')[3] ?? '';
    const many = (count: number) => receipt.replace(/(\nindex 7\n)[^]*?\n\n/, `$1${`${hash}\n`.repeat(count)}\n`);
    expect(parseReceipt(many(63)).hashes).toHaveLength(63);
    expect(() => parseReceipt(many(64))).toThrow();
  });
});
