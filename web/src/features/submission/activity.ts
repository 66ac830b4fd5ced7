import type { YearDraft } from '../../api/types';
import { pointerToPath } from '../../api/problem';

/** The lists and objects of a year, in the order of the method; each is a section of the form. */
export const sections = ['fuels', 'conversions', 'electricity', 'thermalGeneration', 'heat', 'products', 'bunkers', 'indicators'] as const;
export type Section = (typeof sections)[number];
/** Those, what is entered per enterprise, and what is kept beside the data. */
export const formSections = ['fuels', 'conversions', 'electricity', 'certificates', 'thermalGeneration', 'heat', 'products', 'bunkers', 'indicators', 'enterprises', 'evidence'] as const;
export const besideSections = ['certificates', 'evidence'] as const;
export type BesideSection = (typeof besideSections)[number];
export const isBeside = (section: FormSection): section is BesideSection => (besideSections as readonly string[]).includes(section);
export type FormSection = (typeof formSections)[number];
export const isSection = (text: string | null): text is FormSection => (formSections as readonly string[]).includes(text ?? '');

/** Members that hold a number; what is typed there may carry thousands separators or full-width digits. */
const numbers = new Set(['quantity', 'heatValue', 'factor', 'mwh', 'gj', 'generated', 'oldStockUtilised', 'utilised', 'recoverable', 'recovered', 'fresh', 'reused', 'value', 'level2']);

type Json = unknown;
type Part = Record<string, Json>;

/** Reads what lies at a JSON pointer. */
export function at(data: Json, pointer: string): Json {
  return pointerToPath(pointer).reduce<Json>((value, step) => (typeof value === 'object' && value !== null ? (value as Part)[step] : undefined), data);
}

/** The same data with one value changed; missing objects and lists on the way are made. */
export function put<T>(data: T, pointer: string, value: Json): T {
  return putPath(data, pointerToPath(pointer), value) as T;
}

function putPath(data: Json, [step, ...rest]: (string | number)[], value: Json): Json {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(data) ? [...(data as Json[])] : [];
    list[step] = putPath(list[step], rest, value);
    return list;
  }
  const part = (typeof data === 'object' && data !== null ? data : {}) as Part;
  return { ...part, [step]: putPath(part[step], rest, value) };
}

export const add = <T>(data: T, list: string): T => put(data, list, [...((at(data, list) as Json[] | undefined) ?? []), {}]);

export const remove = <T>(data: T, list: string, index: number): T =>
  put(data, list, ((at(data, list) as Json[] | undefined) ?? []).filter((_, other) => other !== index));

export const linesAt = (data: Json, list: string): Part[] => (at(data, list) as Part[] | null | undefined) ?? [];

/** What is sent, and the way back: the service points into what was sent, the form still has its empty lines. */
export type Tidy = { sent: YearDraft; toForm: (pointer: string) => string };

/** Leaves out what is blank (texts, lines, lists), so that an unused line is no mistake. */
export function tidy(data: YearDraft): Tidy {
  const origin = new Map<string, string>();
  const sent = (clean(data, '', '', origin) ?? {}) as YearDraft;
  return { sent: { ...sent, year: data.year }, toForm: (pointer) => trace(pointer, origin) };
}

function clean(value: Json, form: string, sent: string, origin: Map<string, string>): Json {
  if (typeof value === 'string') return cleanText(value, form.slice(form.lastIndexOf('/') + 1));
  if (Array.isArray(value)) {
    const kept: Json[] = [];
    value.forEach((item, index) => {
      const pointer = `${sent}/${String(kept.length)}`;
      const next = clean(item, `${form}/${String(index)}`, pointer, origin);
      if (next === undefined) return;
      origin.set(pointer, `${form}/${String(index)}`);
      kept.push(next);
    });
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value)
      .map(([name, part]) => [name, clean(part, `${form}/${name}`, `${sent}/${name}`, origin)] as const)
      .filter(([, part]) => part !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return value ?? undefined;
}

function cleanText(text: string, member: string): string | undefined {
  const trimmed = numbers.has(member) ? text.normalize('NFKC').replace(/[,\s]/g, '') : text.trim();
  return trimmed === '' ? undefined : trimmed;
}

/** Follows a pointer from list to list: every index is looked up where it came from. */
function trace(pointer: string, origin: Map<string, string>): string {
  const known = [...origin.keys()].filter((sent) => pointer === sent || pointer.startsWith(`${sent}/`)).sort((one, other) => other.length - one.length)[0];
  return known === undefined ? pointer : (origin.get(known) ?? known) + pointer.slice(known.length);
}

/** How many lines or values a section holds. */
export function filled(data: YearDraft, section: FormSection): number {
  const { sent } = tidy(data);
  const part = isBeside(section) ? undefined : sent[section];
  if (part === undefined || part === null) return 0;
  return Array.isArray(part) ? part.length : Object.keys(part).length;
}

/** The section that a pointer of the service lies in. */
export const sectionOf = (pointer: string): FormSection | undefined => formSections.find((section) => pointer === `/${section}` || pointer.startsWith(`/${section}/`));
