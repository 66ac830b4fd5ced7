import type { YearDraft } from '../../api/types';
import { pointerToPath } from '../../api/problem';
import { plain } from './form/numbers';
import { isBeside, type FormSection } from './sections';

/** Members that hold a number; what is typed there may carry thousands separators or full-width digits. */
const numbers = new Set([
  'quantity', 'heatValue', 'factor', 'mwh', 'gj', 'generated', 'oldStockUtilised', 'utilised', 'recoverable', 'recovered', 'fresh', 'reused', 'value', 'level2',
  'gridIn', 'gridOut', 'storageIn', 'storageOut', 'opening', 'purchased', 'produced', 'sold', 'closing', 'availableMwh', 'deliveredMwh', 'userConsumptionMwh', 't',
  'valueAdded', 'tce', 'co2', 'baseYearCo2',
]);

/** Whole numbers, which are numbers in what is sent. */
const wholes = new Set(['boundaryVersion', 'baseYear']);

/** What only the form keeps, to go on from: never sent. */
const ofTheForm = new Set(['bill', 'steam']);

/** What a line is about, by its list. A line that says nothing else is a row that waits for its number, and is not sent. */
const identities: Record<string, string[]> = {
  fuels: ['fuel', 'use'], inputs: ['fuel'], outputs: ['fuel'], conversions: ['kind'], electricity: ['direction', 'kind'], thermalGeneration: ['source'],
  heat: ['direction', 'source'], products: ['product', 'name'], bunkers: ['fuel'], stocks: ['fuel'], enterprises: ['id'], unitProducts: ['limit', 'name'],
};

const lastStep = (pointer: string) => pointer.slice(pointer.lastIndexOf('/') + 1);

/** The members that say what a line of this list is about. */
export const identityOf = (list: string): string[] => identities[lastStep(list)] ?? [];

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

export const add = <T>(data: T, list: string, line: Record<string, unknown> = {}): T => put(data, list, [...linesAt(data, list), line]);

export const remove = <T>(data: T, list: string, index: number): T =>
  put(data, list, linesAt(data, list).filter((_, other) => other !== index));

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
  if (typeof value === 'string') return cleanText(value, lastStep(form));
  if (Array.isArray(value)) {
    const kept: Json[] = [];
    value.forEach((item, index) => {
      const pointer = `${sent}/${String(kept.length)}`;
      const next = clean(item, `${form}/${String(index)}`, pointer, origin);
      if (next === undefined || waits(item, next, form)) return;
      origin.set(pointer, `${form}/${String(index)}`);
      kept.push(next);
    });
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    const kept = Object.entries(value)
      .filter(([name]) => !ofTheForm.has(name))
      .map(([name, part]) => [name, clean(part, `${form}/${name}`, `${sent}/${name}`, origin)] as const)
      .filter(([, part]) => part !== undefined);
    return kept.length > 0 ? Object.fromEntries(kept) : undefined;
  }
  return value ?? undefined;
}

/** Whether a line only says what it is about. Steam whose heat is not known yet is no such line: it must be mended. */
function waits(item: Json, cleaned: Json, list: string): boolean {
  const identity = identityOf(list);
  return identity.length > 0 && !Object.hasOwn(item as Part, 'steam') && Object.keys(cleaned as Part).every((member) => identity.includes(member));
}

function cleanText(text: string, member: string): Json {
  const cleaned = numbers.has(member) || wholes.has(member) ? plain(text) : text.trim();
  if (cleaned === '') return undefined;
  return wholes.has(member) && /^\d{1,6}$/.test(cleaned) ? Number(cleaned) : cleaned;
}

/** Follows a pointer from list to list: every index is looked up where it came from. */
function trace(pointer: string, origin: Map<string, string>): string {
  const known = [...origin.keys()].filter((sent) => pointer === sent || pointer.startsWith(`${sent}/`)).sort((one, other) => other.length - one.length)[0];
  return known === undefined ? pointer : (origin.get(known) ?? known) + pointer.slice(known.length);
}

/** How many lines or values a section holds. */
export function filled(data: YearDraft, section: FormSection): number {
  if (isBeside(section)) return 0;
  const { sent } = tidy(data);
  if (section === 'meters') {
    const { meters, valueAdded, boundaryVersion, baseYear } = sent.context ?? {};
    return Object.keys(meters ?? {}).length + [valueAdded, boundaryVersion, baseYear].filter((value) => value !== undefined).length;
  }
  const part = section === 'stocks' || section === 'directLines' || section === 'removals' ? sent.context?.[section] : sent[section];
  if (part === undefined || part === null) return 0;
  return Array.isArray(part) ? part.length : Object.keys(part).length;
}
