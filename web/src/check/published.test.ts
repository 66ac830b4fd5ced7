// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBase64, type Bytes } from './bytes';
import { extendsTree, includes } from './merkle';

/**
 * The cases that transparency-dev/merkle publishes (Apache-2.0), read from the folder that REGISTRY_VECTORS names. One of the 196 cannot be
 * expressed: it calls two equal texts of 12 bytes roots, and a root has 32.
 */
const folder = process.env.REGISTRY_VECTORS ? join(process.env.REGISTRY_VECTORS, 'ledger') : undefined;
const inexpressible = 'sizes-are-equal-one-and-proof-is-empty.json';

type Case = { wantErr: boolean; proof: string[] | null; leafIdx: string; treeSize: string; root: string; leafHash: string; size1: string; size2: string; root1: string; root2: string };

const files = folder ? ['inclusion', 'consistency'].flatMap((kind) => readdirSync(join(folder, kind), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json')).map((name) => join(kind, name))) : [];

/** Sizes go beyond what JSON numbers hold here. */
const read = (file: string) => JSON.parse(readFileSync(join(folder ?? '', file), 'utf8').replace(/"(leafIdx|treeSize|size1|size2)": *(\d+)/g, '"$1":"$2"')) as Case;

const digest = (text: string): Bytes | undefined => {
  const bytes = readBase64(text);
  return bytes?.length === 32 ? bytes : undefined;
};

async function holds(file: string, published: Case): Promise<boolean> {
  const proof = (published.proof ?? []).map(digest);
  const whole = proof.filter((hash) => hash !== undefined);
  if (whole.length < proof.length) return false;
  if (file.startsWith('inclusion')) {
    const [leaf, root] = [digest(published.leafHash), digest(published.root)];
    return !!leaf && !!root && includes(BigInt(published.leafIdx), BigInt(published.treeSize), leaf, whole, root);
  }
  const [old, grown] = [digest(published.root1), digest(published.root2)];
  return !!old && !!grown && extendsTree(BigInt(published.size1), BigInt(published.size2), whole, old, grown);
}

describe.skipIf(!folder)('published proofs (REGISTRY_VECTORS names their folder)', () => {
  it('are all there', () => { expect(files).toHaveLength(196); });

  it('are judged as published', async () => {
    const judged = await Promise.all(files.map(async (file) => {
      const published = read(file);
      return { file, wrong: (published.wantErr || file.endsWith(inexpressible)) === await holds(file, published) };
    }));
    expect(judged.filter(({ wrong }) => wrong)).toEqual([]);
  });
});
