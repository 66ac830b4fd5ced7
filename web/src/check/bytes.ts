/** Bytes and the texts that stand for them, each in its one spelling: whatever else would be read the same is refused. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Something is not written as its format says; the message names the format's rule in both languages. */
export class Misspelt extends Error {
  readonly zh: string;

  constructor(en: string, zh: string) {
    super(en);
    this.zh = zh;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const utf8 = (text: string): Bytes => encoder.encode(text);

export function readUtf8(bytes: Bytes): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Misspelt('It is not UTF-8.', '不是 UTF-8 编码。');
  }
}

export function join(...parts: Bytes[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => { all.set(part, at); return at + part.length; }, 0);
  return all;
}

export const same = (one: Bytes, other: Bytes) => one.length === other.length && one.every((byte, at) => byte === other[at]);

export function base64(bytes: Bytes): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

export const base64url = (bytes: Bytes) => base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Undefined for every spelling but the one that writing the bytes gives: no white space, no stray bits, all padding. */
export function readBase64(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return base64(bytes) === text ? bytes : undefined;
}

/** Unpadded base64url (RFC 4648 §5) in its one spelling. */
export function readBase64url(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  const bytes = readBase64(text.replaceAll('-', '+').replaceAll('_', '/').padEnd(Math.ceil(text.length / 4) * 4, '='));
  return bytes && base64url(bytes) === text ? bytes : undefined;
}

export const digestLength = 32;

/** SHA-256 in base64. */
export function readDigest(text: string): Bytes {
  const bytes = readBase64(text);
  if (bytes?.length !== digestLength) throw new Misspelt(`"${text}" is not a SHA-256 value in base64.`, `“${text}”不是 base64 写的 SHA-256 值。`);
  return bytes;
}

const largest = (1n << 64n) - 1n;

/** A whole number from 0 to 2⁶⁴ − 1 without sign or leading zeros; undefined for everything else. */
export function readWhole(text: string): bigint | undefined {
  if (!/^(0|[1-9][0-9]{0,19})$/.test(text)) return undefined;
  const value = BigInt(text);
  return value <= largest ? value : undefined;
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
