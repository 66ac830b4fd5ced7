// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { join, sha256, utf8, type Bytes } from './bytes';
import { extendsTree, includes, leafHash } from './merkle';

// Roots and proofs by the definitions of RFC 6962 §2.1, written down as they stand there.
const largest = 33;
const leaves = await Promise.all(Array.from({ length: largest + 1 }, (_, n) => leafHash(utf8(`entry ${String(n)}`))));
const node = (left: Bytes, right: Bytes) => sha256(join(Uint8Array.of(1), left, right));

function below(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

async function root(begin: number, end: number): Promise<Bytes> {
  if (end - begin === 1) return leaves[begin] ?? new Uint8Array();
  const k = below(end - begin);
  return node(await root(begin, begin + k), await root(begin + k, end));
}

async function path(m: number, begin: number, end: number): Promise<Bytes[]> {
  if (end - begin === 1) return [];
  const k = below(end - begin);
  return m < k ? [...await path(m, begin, begin + k), await root(begin + k, end)] : [...await path(m - k, begin + k, end), await root(begin, begin + k)];
}

async function subproof(m: number, begin: number, end: number, whole: boolean): Promise<Bytes[]> {
  if (m === end - begin) return whole ? [] : [await root(begin, end)];
  const k = below(end - begin);
  return m <= k ? [...await subproof(m, begin, begin + k, whole), await root(begin + k, end)] : [...await subproof(m - k, begin + k, end, false), await root(begin, begin + k)];
}

const sizes = Array.from({ length: largest }, (_, n) => n + 1);
const other = leaves[largest] ?? new Uint8Array();
const without = <T>(list: T[], at: number) => list.filter((_, place) => place !== at);
const replaced = (list: Bytes[], at: number) => list.map((hash, place) => (place === at ? other : hash));

describe('trees up to 33 entries', () => {
  it('include every entry at its place and at no other, by a whole and unchanged proof alone', async () => {
    for (const size of sizes) {
      const whole = await root(0, size);
      for (let index = 0; index < size; index++) {
        const proof = await path(index, 0, size);
        const leaf = leaves[index] ?? other;
        const holds = (at: number, of: number, hashes: Bytes[], hash = leaf, top = whole) => includes(BigInt(at), BigInt(of), hash, hashes, top);
        expect(await holds(index, size, proof)).toBe(true);
        const wrong = [
          holds(size, size, proof), holds(index + size, size, proof), holds(index, size, [...proof, other]), holds(index, size, proof, other), holds(index, size, proof, leaf, other),
          ...proof.flatMap((_, at) => [holds(index, size, replaced(proof, at)), holds(index, size, without(proof, at))]),
          ...sizes.filter((place) => place <= size && place - 1 !== index).map((place) => holds(place - 1, size, proof)),
        ];
        expect((await Promise.all(wrong)).filter(Boolean), `${String(index)} of ${String(size)}`).toEqual([]);
      }
    }
  });

  it('begin with every smaller one, by a whole and unchanged proof alone', async () => {
    for (const size of sizes) {
      const grown = await root(0, size);
      for (let old = 1; old <= size; old++) {
        const before = await root(0, old);
        const proof = await subproof(old, 0, size, true);
        const holds = (from: number, to: number, hashes: Bytes[], first = before, last = grown) => extendsTree(BigInt(from), BigInt(to), hashes, first, last);
        expect(await holds(old, size, proof), `${String(old)} of ${String(size)}`).toBe(true);
        const wrong = [
          holds(0, size, proof), holds(0, size, []), holds(0, size, [...proof, grown], grown), holds(size + 1, size, proof), holds(old, size, [...proof, other]), holds(old, size, proof, other),
          holds(old, size, proof, before, other), ...proof.flatMap((_, at) => [holds(old, size, replaced(proof, at)), holds(old, size, without(proof, at))]),
        ];
        expect((await Promise.all(wrong)).filter(Boolean), `${String(old)} of ${String(size)}`).toEqual([]);
      }
    }
  });

  it('do not begin with a larger one, though hashes can be found that lead from one root to the other', async () => {
    const [first, second] = [leaves[0] ?? other, leaves[1] ?? other];
    expect(await extendsTree(3n, 2n, [first, second], first, await node(first, second))).toBe(false);
  });
});
