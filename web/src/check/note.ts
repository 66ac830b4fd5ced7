import { base64, Misspelt, readBase64, readDigest, readWhole, utf8, type Bytes } from './bytes';

/** One signature line of a signed note (C2SP signed-note). */
export type Signature = { name: string; keyId: string; bytes: Bytes };

/** A text and who signed it; what it says counts only once a trusted key's signature was verified. */
export type Note = { text: string; signatures: Signature[] };

/** What a log commits to: at this size it has this root (C2SP tlog-checkpoint, without extension lines). */
export type Checkpoint = { origin: string; size: bigint; root: Bytes };

const mostSignatures = 128;

/** Names of keys: not empty, no space, no plus. */
export const isKeyName = (name: string) => name.length > 0 && !/[\s\u0000-\u001f\u007f-\u009f+]/u.test(name);

export const hex = (bytes: Bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const notANote = () => new Misspelt(
  'A signed note is a text, an empty line and at least one signature line, each line with its end.',
  '签名文本应由正文、一个空行和至少一行签名组成，每行都有换行符。',
);

export function parseNote(note: string): Note {
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0 || !note.endsWith('\n') || blank + 2 === note.length || hasControls(note)) throw notANote();
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > mostSignatures) throw notANote();
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignature) };
}

export const writeNote = ({ text, signatures }: Note) =>
  `${text}\n${signatures.map(({ name, keyId, bytes }) => `\u2014 ${name} ${base64(Uint8Array.from([...fromHex(keyId), ...bytes]))}\n`).join('')}`;

function parseSignature(line: string): Signature {
  const [dash, name, signed, ...more] = line.split(' ');
  const bytes = readBase64(signed ?? '');
  if (dash !== '\u2014' || !name || !isKeyName(name) || more.length > 0 || !bytes || bytes.length <= 4) {
    throw new Misspelt(`"${line}" is not a signature line.`, `“${line}”不是签名行。`);
  }
  return { name, keyId: hex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
}

/** Origin, size, root, each on its line, and nothing else. */
export function parseCheckpoint(text: string): Checkpoint {
  const [origin, size, root, end, ...more] = text.split('\n');
  const entries = readWhole(size ?? '');
  if (!origin || entries === undefined || root === undefined || end !== '' || more.length > 0) {
    throw new Misspelt('A checkpoint is three lines: origin, size, root.', '检查点应为三行：来源、大小、根。');
  }
  return { origin, size: entries, root: readDigest(root) };
}

/** Control characters but line ends have no place in a note. */
const hasControls = (text: string) => /[\u0000-\u0009\u000b-\u001f]/.test(text);

const fromHex = (text: string) => (text.match(/../g) ?? []).map((pair) => parseInt(pair, 16));

/** The bytes that were signed. */
export const signedBytes = (note: Note) => utf8(note.text);
