import { exact, round, shift } from '../../lib/decimal';

export const shortHash = (sha256: string) => `${sha256.slice(0, 8)}…${sha256.slice(-4)}`;

/** 1 MB = 1,000,000 bytes, as everybody but programmers counts. */
export function sizeOf(bytes: number): string {
  const text = String(bytes);
  if (bytes < 1000) return `${text} B`;
  return bytes < 1_000_000 ? `${exact(round(shift(text, -3), 1))} kB` : `${exact(round(shift(text, -6), 1))} MB`;
}
