import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '../routes';

const source = join(import.meta.dirname, '..');
const files = ['common', 'public', 'desk'];

type Words = { [key: string]: string | Words };

const read = (language: string, file: string) => JSON.parse(readFileSync(join(source, 'i18n', language, `${file}.json`), 'utf8')) as Words;

/** `home.found_other` and `home.found_one` are one key with forms. */
const plural = /_(one|other|zero)$/;

function keys(words: Words, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keys(value, `${prefix}${key}.`)));
}

const base = (list: string[]) => [...new Set(list.map((key) => key.replace(plural, '')))].sort();

function code(folder: string): string {
  return readdirSync(folder).map((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return code(path);
    return /\.tsx?$/.test(name) && !/\.(test|d)\.tsx?$/.test(name) ? readFileSync(path, 'utf8') : '';
  }).join('\n');
}

const text = code(source);
const chinese = files.flatMap((file) => keys(read('zh', file)));
const known = new Set(base(chinese));

describe('words', () => {
  it.each(files)('%s says the same in Chinese and English', (file) => {
    expect(base(keys(read('en', file)))).toEqual(base(keys(read('zh', file))));
  });

  it('leaves no text empty but a unit that has no word', () => {
    const empty = ['zh', 'en'].flatMap((language) => files.flatMap((file) => leaves(read(language, file)).filter(([, value]) => value.trim() === '').map(([key]) => key)));
    expect(empty.filter((key) => key !== 'unit.one')).toEqual([]);
  });

  it('uses the same placeholders in both languages', () => {
    const holes = (value: string) => [...value.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort().join();
    const english = new Map(files.flatMap((file) => leaves(read('en', file))));
    const different = files.flatMap((file) => leaves(read('zh', file)))
      .filter(([key, value]) => english.has(key) && holes(english.get(key) ?? '') !== holes(value))
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  it.each([['public', 'public/main.tsx'], ['desk', 'desk/main.tsx']])('brings to the %s pages every text they ask for', (entry, main) => {
    const brought = new Set(base(['common', entry].flatMap((file) => keys(read('zh', file)))));
    const asked = [...reached(join(source, main))].map((path) => readFileSync(path, 'utf8')).flatMap((code) => [...code.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? ''));
    const titles = pages.filter((page) => page.entry === entry).map((page) => page.title);
    expect([...new Set([...asked, ...titles])].filter((key) => !brought.has(key) && !(entry === 'desk' && key.startsWith('dispute.')))).toEqual([]);
  });

  it('says a thing in one file only', () => {
    const top = (file: string) => Object.keys(read('zh', file));
    expect(top('common').filter((key) => top('public').includes(key) || top('desk').includes(key))).toEqual([]);
  });

  it('has no text that the code never asks for', () => {
    const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const unused = [...known].filter((key) => !text.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});

/** Every file of ours that a page loads, now or later. */
function reached(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, target] of readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const path = ['.tsx', '.ts', ''].map((ending) => join(file, '..', (target ?? '') + ending)).find((candidate) => /\.tsx?$/.test(candidate) && existsSync(candidate));
    if (path) reached(path, seen);
  }
  return seen;
}

function leaves(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`)));
}
