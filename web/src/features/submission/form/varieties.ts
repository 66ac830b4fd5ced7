import type { RulePack } from '../../../api/types';
import type { Translate } from '../../../api/problem';
import type { Column } from '../columns';
import { choices, type Choice } from '../words';

/** Something a list can hold: how it is called, what it is found by, and the line it begins. */
export type Variety = Choice & { search: string; line: Record<string, string> };
export type VarietyGroup = { label: string; options: Variety[] };

const groups: Record<string, string> = { 煤品: 'coal', 油品: 'oil', 天然气: 'gas', 生物质: 'biomass', 热力: 'heat', 其他: 'other' };

/** The pack's own group of a fuel, in the reader's words; empty for everything else. */
export function groupOf(line: Record<string, unknown>, pack: RulePack | undefined, t: Translate): string {
  const group = typeof line.fuel === 'string' ? pack?.fuels[line.fuel]?.group : undefined;
  return group === undefined ? '' : t(`fuelGroup.${groups[group] ?? 'other'}`);
}

/** All that a list with these heads can hold, group by group in the pack's order. */
export function varieties(columns: Column[], pack: RulePack | undefined, language: string, t: Translate): VarietyGroup[] {
  const other = language.startsWith('zh') ? 'en' : 'zh';
  const found = columns.filter((column) => column.head).reduce<Variety[]>((so, column) => {
    const own = choices(column, pack, language, t);
    const foreign = new Map(choices(column, pack, other, t).map(({ value, label }) => [value, label]));
    const one = own.map(({ value, label }): Variety => ({ value, label, search: simple(`${label} ${foreign.get(value) ?? ''} ${value}`), line: { [column.member]: value } }));
    return so.length === 0 ? one : so.flatMap((first) => one.map((second): Variety => ({
      value: `${first.value}/${second.value}`, label: `${first.label} · ${second.label}`, search: first.search + second.search, line: { ...first.line, ...second.line },
    })));
  }, []);
  const grouped = new Map<string, Variety[]>();
  for (const variety of found) {
    const group = groupOf(variety.line, pack, t);
    grouped.set(group, [...(grouped.get(group) ?? []), { ...variety, search: variety.search + simple(group) }]);
  }
  return [...grouped].map(([label, options]) => ({ label, options }));
}

/** Without what people leave out or type differently: case, blanks, brackets, width. */
const simple = (text: string) => text.normalize('NFKC').toLowerCase().replace(/[\s()[\],.·_/-]/g, '');

/** Whether what was typed finds it: every word of it, in any order, in Chinese, in English or by code. */
export const finds = (typed: string, variety: { search: string }) => typed.normalize('NFKC').trim().split(/\s+/).every((word) => variety.search.includes(simple(word)));
