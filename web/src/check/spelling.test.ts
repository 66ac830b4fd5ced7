// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes';
import cases from './cases.json';
import { parseLeaf } from './leaf';
import { rawOf } from './signatures';

describe('an entry', () => {
  const text = atob(cases.receipts[0]?.text.split('\n')[1]?.slice('extra '.length) ?? '');
  const entry = new TextDecoder().decode(Uint8Array.from(text, (c) => c.charCodeAt(0)));

  it('is read in its one spelling', () => { expect(parseLeaf(utf8(entry)).ver).toBe(3); });

  it('has at most 16 KiB and 16 levels', () => {
    const padded = (length: number) => entry.replace('"year":2025', `"x":"${'a'.repeat(length)}","year":2025`);
    const room = 16 * 1024 - utf8(padded(0)).length;
    expect(() => parseLeaf(utf8(padded(room)))).not.toThrow();
    expect(() => parseLeaf(utf8(padded(room + 1)))).toThrow();
    const nested = (depth: number) => entry.replace('"year":2025', `"x":${'['.repeat(depth)}${']'.repeat(depth)},"year":2025`);
    expect(() => parseLeaf(utf8(nested(14)))).not.toThrow();
    expect(() => parseLeaf(utf8(nested(15)))).toThrow();
  });

  it.each([
    ['white space', entry.replace(',"at"', ', "at"')], ['names out of order', entry.replace(/^\{("actor":"national"),/, '{').replace(/\}$/, ',"actor":"national"}')],
    ['a name twice', entry.replace('"v":1', '"v":1,"v":1')], ['an escape', entry.replace('national', '\\u006eational')], ['an escaped slash', entry.replace('acceptance/', 'acceptance\\/')],
    ['a null', entry.replace('"year":2025', '"year":null')], ['a fraction', entry.replace('"year":2025', '"year":2025.0')], ['a huge number', entry.replace('"year":2025', '"year":9007199254740993')],
    ['minus zero', entry.replace('"year":2025', '"year":-0')], ['a tab', entry.replace('达到', '\t达到')], ['a decomposed letter', entry.replace('达到', 'e\u0301')],
    ['a member unknown', entry.replace('"v":1', '"v":1,"ver2":1')], ['no previous', entry.replace(/"prev":"[^"]+",/, '')], ['a short time', entry.replace('10.045Z', '10.04Z')],
    ['no such day', entry.replace('2026-11-21', '2026-02-30')], ['an upper-case id', entry.replace('7abc', '7ABC')], ['another profile', entry.replace('"v":1', '"v":2')],
    ['an empty object', entry.replace(/"pub":\{[^}]+\}/, '"pub":{}')], ['a file without length', entry.replace('"len":1024,', '')], ['a digest too short', entry.replace(/("body":"[^"]{42})[^"]/, '$1')],
    ['more after it', `${entry}\n`],
  ])('is refused with %s', (_, other) => {
    expect(other).not.toBe(entry);
    expect(() => parseLeaf(utf8(other))).toThrow();
  });
});

describe('a DER signature', () => {
  const integer = (...bytes: number[]) => [0x02, bytes.length, ...bytes];
  const der = (...body: number[]) => Uint8Array.from([0x30, body.length, ...body]);

  it('is read as r and s of 32 bytes each', () => {
    expect(rawOf(der(...integer(0, 0x80), ...integer(1)))?.filter((byte) => byte > 0)).toEqual(Uint8Array.of(0x80, 1));
  });

  it.each([
    ['a needless zero', der(...integer(0, 1), ...integer(1))], ['a negative number', der(...integer(0x80), ...integer(1))], ['zero', der(...integer(0), ...integer(1))],
    ['something after it', Uint8Array.from([...der(...integer(1), ...integer(1)), 0])], ['something within it', der(...integer(1), ...integer(1), 0)],
    ['a long length', Uint8Array.from([0x30, 0x81, 6, ...integer(1), ...integer(1)])], ['one number', der(...integer(1))],
    ['more than 32 bytes', der(...integer(...Array.from({ length: 33 }, () => 1)), ...integer(1))], ['nothing', new Uint8Array()],
  ])('is refused with %s', (_, bytes) => { expect(rawOf(bytes)).toBeUndefined(); });
});
