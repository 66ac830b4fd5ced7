import { join, same, sha256, type Bytes } from './bytes';

/** SHA-256(0x00 ‖ entry), RFC 6962 §2.1. */
export const leafHash = (entry: Bytes) => sha256(join(Uint8Array.of(0), entry));

/** SHA-256(0x01 ‖ left ‖ right). */
const nodeHash = (left: Bytes, right: Bytes) => sha256(join(Uint8Array.of(1), left, right));

const isRight = (node: bigint, last: bigint) => (node & 1n) === 1n || node === last;

function trailingZeros(n: bigint): bigint {
  let zeros = 0n;
  for (let rest = n; rest > 0n && (rest & 1n) === 0n; rest >>= 1n) zeros++;
  return zeros;
}

/** One level up; a last node without sibling rises until it has one. */
const levels = (node: bigint, right: boolean) => (right && (node & 1n) === 0n ? trailingZeros(node) + 1n : 1n);

/** Whether the leaf is the entry at this index of the tree of this size and root (RFC 9162 §2.1.3.2). One hash too many is as wrong as one too few. */
export async function includes(index: bigint, size: bigint, leaf: Bytes, proof: readonly Bytes[], root: Bytes): Promise<boolean> {
  if (index >= size) return false;
  let [node, last, hash] = [index, size - 1n, leaf];
  for (const sibling of proof) {
    if (last === 0n) return false;
    const right = isRight(node, last);
    hash = right ? await nodeHash(sibling, hash) : await nodeHash(hash, sibling);
    const up = levels(node, right);
    node >>= up;
    last >>= up;
  }
  return last === 0n && same(hash, root);
}

/** Whether the tree of the new size begins with the one of the old size (RFC 9162 §2.1.4.2). The empty tree says nothing of what follows it. */
export async function extendsTree(oldSize: bigint, newSize: bigint, proof: readonly Bytes[], oldRoot: Bytes, newRoot: Bytes): Promise<boolean> {
  if (oldSize === 0n || oldSize > newSize) return false;
  if (oldSize === newSize) return proof.length === 0 && same(oldRoot, newRoot);
  // A complete old tree is a node of the new one and is left out of the proof.
  const whole = (oldSize & (oldSize - 1n)) === 0n;
  const start = whole ? oldRoot : proof[0];
  if (proof.length === 0 || !start) return false;
  const shift = trailingZeros(oldSize);
  let [node, last, old, grown] = [(oldSize - 1n) >> shift, (newSize - 1n) >> shift, start, start];
  for (const sibling of proof.slice(whole ? 0 : 1)) {
    if (last === 0n) return false;
    const right = isRight(node, last);
    if (right) old = await nodeHash(sibling, old);
    grown = right ? await nodeHash(sibling, grown) : await nodeHash(grown, sibling);
    const up = levels(node, right);
    node >>= up;
    last >>= up;
  }
  return last === 0n && same(old, oldRoot) && same(grown, newRoot);
}
