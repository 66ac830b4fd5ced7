import { readdirSync, readFileSync, statSync } from 'node:fs';
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

  it('has a text for every key the code asks for', () => {
    const asked = [...text.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '');
    const titles = pages.map((page) => page.title);
    expect([...asked, ...titles].filter((key) => !known.has(key))).toEqual([]);
  });

  it('has no text that the code never asks for', () => {
    const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '');
    const unused = [...known].filter((key) => !text.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});

function leaves(words: Words, prefix = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]): [string, string][] => (typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`)));
}
