import type { EvidenceFile, RulePack } from '../../api/types';
import type { Translate } from '../../api/problem';
import { exact, isDecimal } from '../../lib/decimal';
import { say } from '../../lib/say';
import type { Column } from './columns';
import { shortHash } from './evidence';

export type Choice = { value: string; label: string };

/** What can be chosen in a cell, in the reader's words; refused rows of the pack are left out. */
export function choices(column: Column, pack: RulePack | undefined, language: string, t: Translate): Choice[] {
  const name = (row: { code: string; name: { zh: string; en: string } }): Choice => ({ value: row.code, label: say(row.name, language) });
  switch (column.kind) {
    case 'fuel': return Object.values(pack?.fuels ?? {}).filter((row) => row.refused === null).map(name);
    case 'product': return Object.values(pack?.products ?? {}).filter((row) => row.refused === null).map(name);
    case 'limit': return Object.values(pack?.limits ?? {}).map((row) => ({ value: row.code, label: `${say(row.name, language)} · ${row.unit}` }));
    case 'code': return (column.codes ?? []).map((code) => ({ value: code, label: t(`code.${column.member}.${code}`) }));
    default: return [];
  }
}

/** The files a line may name, and what it names already. */
export function evidenceChoices(files: EvidenceFile[], named: string): Choice[] {
  const known = new Map(files.map((file) => [file.sha256, [file.name, file.month].filter(Boolean).join(' · ')]));
  if (named && !known.has(named)) known.set(named, shortHash(named));
  return [...known].map(([value, label]) => ({ value, label }));
}

/** A cell's value in words, for reading. */
export function inWords(column: Column, value: unknown, pack: RulePack | undefined, language: string, t: Translate): string {
  if (value === null || value === undefined || value === '') return '–';
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
  if (column.kind === 'number' || column.kind === 'heat') return isDecimal(text) ? exact(text) : text;
  if (column.kind === 'evidence') return shortHash(text);
  return choices(column, pack, language, t).find((choice) => choice.value === text)?.label ?? text;
}

const units: Record<string, string> = { mwh: 'MWh', availableMwh: 'MWh', deliveredMwh: 'MWh', userConsumptionMwh: 'MWh', gj: 'GJ', heatValue: 'GJ', t: 't', tce: 'tce', co2: 't', baseYearCo2: 't' };
const inUnitOfTheFuel = new Set(['quantity', 'opening', 'purchased', 'produced', 'sold', 'closing']);

/** The unit in which a line's number is meant; of quantities that of the fuel or product. */
export function unitOf(line: Record<string, unknown>, member: string, pack: RulePack | undefined): string | undefined {
  if (member === 'value' && typeof line.limit === 'string') return pack?.limits[line.limit]?.unit;
  if (!inUnitOfTheFuel.has(member)) return units[member];
  const code = line.fuel ?? line.product;
  return typeof code === 'string' ? printed(pack?.fuels[code]?.unit ?? pack?.products[code]?.unit) : undefined;
}

/** The pack writes `10^4 m3`; people read 10⁴ m³. */
const printed = (unit: string | undefined) => unit?.replace('10^4', '10⁴').replace('m3', 'm³');

/** Finds by name and by code. */
export const matches = (typed: string, choice: Choice | undefined) =>
  choice !== undefined && `${choice.label} ${choice.value}`.toLowerCase().includes(typed.trim().toLowerCase());
