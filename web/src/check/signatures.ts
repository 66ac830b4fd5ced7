import { base64, join, Misspelt, readBase64, same, sha256, utf8, type Bytes } from './bytes';
import { hex, isKeyName, signedBytes, type Note } from './note';

/** How a key signs (C2SP signed-note, signature types). */
export const kinds = { ed25519: 0x01, ecdsaP256: 0x02, cosignature: 0x04 } as const;

/** The public half of a key: `name+keyid+base64(type ‖ key)`; 32 bytes of Ed25519, or the SubjectPublicKeyInfo of P-256. */
export type Key = { name: string; id: string; kind: number; key: Bytes; text: string };

/** What came of one key: it signed, its signature is wrong, it has none there, or this browser cannot check its kind. */
export type Verdict = 'signed' | 'wrong' | 'missing' | 'unknown';

const ed25519Length = 32;
const signatureLength = 64;
const seen = 8;
// SubjectPublicKeyInfo of an uncompressed point on P-256, up to the point: the one DER spelling.
const spkiHead = Uint8Array.of(0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00, 0x04);

export async function parseKey(text: string): Promise<Key> {
  const [name = '', id = '', ...encoded] = text.split('+');
  const bytes = readBase64(encoded.join('+'));
  const kind = bytes?.[0];
  if (!isKeyName(name) || !bytes || kind === undefined || !isKey(kind, bytes.slice(1))) throw new Misspelt(`"${text}" is not a verifier key.`, `“${text}”不是公钥。`);
  const key = bytes.slice(1);
  const named = await sha256(kind === kinds.ecdsaP256 ? key : join(utf8(name), Uint8Array.of(0x0a, kind), key));
  if (hex(named.slice(0, 4)) !== id) throw new Misspelt(`"${text}" has the id of another key.`, `“${text}”带有另一把公钥的编号。`);
  return { name, id, kind, key, text };
}

const isKey = (kind: number, key: Bytes) => kind === kinds.ecdsaP256
  ? key.length === spkiHead.length + signatureLength && same(key.slice(0, spkiHead.length), spkiHead)
  : (kind === kinds.ed25519 || kind === kinds.cosignature) && key.length === ed25519Length;

/** Whether a key signed the note. A line of this key that is not its signature spoils the note, whatever other lines there are. */
export async function verdictOf(note: Note, key: Key): Promise<Verdict> {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.id);
  if (own.length === 0) return 'missing';
  const verdicts = await Promise.all(own.map(({ bytes }) => verify(key, signedBytes(note), bytes)));
  return verdicts.includes('wrong') ? 'wrong' : verdicts.includes('unknown') ? 'unknown' : 'signed';
}

async function verify(key: Key, text: Bytes, signature: Bytes): Promise<Verdict> {
  if (key.kind === kinds.ecdsaP256) return verifyEcdsa(key.key, text, signature);
  if (key.kind === kinds.ed25519) return verifyEd25519(key.key, text, signature);
  if (signature.length !== seen + signatureLength) return 'wrong';
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  return verifyEd25519(key.key, join(utf8(`cosignature/v1\ntime ${String(seconds)}\n`), text), signature.slice(seen));
}

/** Not every browser has Ed25519 yet: then the log's other key speaks for the checkpoint. */
async function verifyEd25519(key: Bytes, text: Bytes, signature: Bytes): Promise<Verdict> {
  let imported: CryptoKey;
  try {
    imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify']);
  } catch (error) {
    return error instanceof Error && error.name === 'NotSupportedError' ? 'unknown' : 'wrong';
  }
  return await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, text) ? 'signed' : 'wrong';
}

async function verifyEcdsa(key: Bytes, text: Bytes, signature: Bytes): Promise<Verdict> {
  const raw = rawOf(signature);
  if (!raw) return 'wrong';
  const imported = await crypto.subtle.importKey('spki', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, imported, raw, text) ? 'signed' : 'wrong';
}

/** DER (RFC 3279) to the r ‖ s that browsers take; undefined for any spelling but DER's own. */
export function rawOf(der: Bytes): Bytes | undefined {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const r = integerAt(der, 2);
  const s = r && integerAt(der, r.end);
  return r && s?.end === der.length ? join(r.value, s.value) : undefined;
}

function integerAt(der: Bytes, at: number): { value: Bytes; end: number } | undefined {
  const length = der[at + 1] ?? 0;
  const bytes = der.slice(at + 2, at + 2 + length);
  const [first = 0x80, second = 0] = bytes;
  const minimal = first < 0x80 && (first > 0 || second >= 0x80);
  if (der[at] !== 0x02 || bytes.length !== length || length === 0 || !minimal) return undefined;
  const value = first === 0 ? bytes.slice(1) : bytes;
  return value.length > 32 ? undefined : { value: join(new Uint8Array(32 - value.length), value), end: at + 2 + length };
}

/** For showing a key: its kind and its id. */
export const kindName = (key: Key) => (key.kind === kinds.ecdsaP256 ? 'ECDSA P-256' : 'Ed25519');

/** A key in the form that is compared with print. */
export const fingerprint = async (key: Key) => base64(await sha256(key.key));
