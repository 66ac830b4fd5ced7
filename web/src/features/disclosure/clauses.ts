/** Commas and stops that part one bound from the next. */
const separators = /([，,；;。\n]+)/;

export type Clause = { text: string; kept: boolean };

/** The bounds of a text one by one, each with whether the other text has it too; commas belong to neither. */
export function clauses(words: string, other: string): Clause[] {
  const known = new Set(parts(other));
  return words.split(separators).filter((part) => part !== '').map((text) => ({ text, kept: separators.test(text) || known.has(text.trim()) }));
}

const parts = (text: string) => text.split(separators).map((part) => part.trim());
