import type { Translate } from '../../api/problem';
import type { Difference, RulePack } from '../../api/types';
import { columns, flowColumns, notApplicableColumns, unitProductColumns, type Column } from './columns';
import { inWords } from './words';

const known: Record<string, Column[]> = { ...columns, inputs: flowColumns, outputs: flowColumns, conversions: [{ member: 'kind', kind: 'text' }], unitProducts: unitProductColumns, notApplicable: notApplicableColumns };

/** Which line it is: the section and the codes that name the line. */
export function lineInWords({ list, line }: Difference, pack: RulePack | undefined, language: string, t: Translate): string {
  const section = t(`section.${list}`, { defaultValue: t(`group.${list}`, { defaultValue: t(`diff.list.${list}`, { defaultValue: list }) }) });
  const codes = Object.entries(line).map(([member, code]) => {
    const column = known[list]?.find((item) => item.member === member);
    return list === 'conversions' ? t(`code.conversion.${code}`, { defaultValue: code }) : column ? inWords(column, code, pack, language, t) : code;
  });
  return [section, ...codes].join(' · ');
}

/** Which value of the line; a path of several names is said part by part. */
export function memberInWords({ member }: Difference, t: Translate): string {
  return member === '' ? t('diff.line') : member.split('/').map((name) => t(`column.${name}`, { defaultValue: t(`group.${name}`, { defaultValue: name }) })).join(' · ');
}
