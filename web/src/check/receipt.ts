import { Misspelt, readBase64, readDigest, readWhole, type Bytes } from './bytes';
import { parseCheckpoint, parseNote, type Checkpoint, type Note } from './note';

/** A receipt that holds without any server (C2SP tlog-proof): the entry, its place, the hashes up to the root, the signed checkpoint. */
export type Receipt = { entry: Bytes; index: bigint; hashes: Bytes[]; note: Note; checkpoint: Checkpoint };

/** That the log of one size begins with that of another. */
export type Consistency = { from: bigint; hashes: Bytes[]; checkpoint: Checkpoint };

/** A path in a tree of at most 2⁶³ entries. */
const mostHashes = 63;
const mostCharacters = 1 << 20;

const refused = () => new Misspelt(
  'A receipt is, line by line: "c2sp.org/tlog-proof@v1", extra, index, at most 63 hashes, an empty line, a signed checkpoint. This is something else, or written otherwise.',
  '回执应逐行为：“c2sp.org/tlog-proof@v1”、extra、index、至多 63 个哈希、一个空行、带签名的检查点。此文件不是回执，或写法不同。',
);

export function parseReceipt(text: string): Receipt {
  const blank = text.indexOf('\n\n');
  if (blank < 0 || text.length > mostCharacters) throw refused();
  const [start, extra, index, ...hashes] = text.slice(0, blank).split('\n');
  const entry = extra?.startsWith('extra ') ? readBase64(extra.slice('extra '.length)) : undefined;
  const place = index?.startsWith('index ') ? readWhole(index.slice('index '.length)) : undefined;
  if (start !== 'c2sp.org/tlog-proof@v1' || !entry || place === undefined || hashes.length > mostHashes) throw refused();
  return { entry, index: place, hashes: hashes.map(readDigest), ...signed(text.slice(blank + 2)) };
}

export function parseConsistency(text: string): Consistency {
  const blank = text.indexOf('\n\n');
  const [old, ...hashes] = text.slice(0, Math.max(blank, 0)).split('\n');
  const from = old?.startsWith('old ') ? readWhole(old.slice('old '.length)) : undefined;
  if (from === undefined || hashes.length > 2 * mostHashes || text.length > mostCharacters) {
    throw new Misspelt('A consistency proof is "old N", hashes, an empty line, a signed checkpoint.', '一致性证明应为“old N”、若干哈希、一个空行、带签名的检查点。');
  }
  return { from, hashes: hashes.map(readDigest), checkpoint: signed(text.slice(blank + 2)).checkpoint };
}

/** A checkpoint with its signatures, in the one spelling of both. */
export function signed(text: string): { note: Note; checkpoint: Checkpoint } {
  const note = parseNote(text);
  return { note, checkpoint: parseCheckpoint(note.text) };
}
