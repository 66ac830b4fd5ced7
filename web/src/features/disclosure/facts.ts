import type { Translate } from '../../api/problem';

/** Facts of an event as name and value for reading; what is empty or a mere id is left to the machine-readable record. */
export function factLines(facts: Record<string, unknown>, t: Translate): [name: string, value: string][] {
  return Object.entries(facts).flatMap(([key, value]) => {
    const text = say(key, value, t);
    return text === undefined || /Id$/.test(key) ? [] : [[t(`fact.${key}`, { defaultValue: key }), text] as [string, string]];
  });
}

function say(key: string, value: unknown, t: Translate): string | undefined {
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'boolean') return t(value ? 'fact.yes' : 'fact.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return t(`factValue.${key}.${value}`, { defaultValue: value });
  if (Array.isArray(value)) return value.length > 0 ? value.map((part) => say(key, part, t) ?? '').join('；') : undefined;
  return Object.entries(value).map(([name, part]) => `${t(`fact.${name}`, { defaultValue: name })} ${say(name, part, t) ?? '–'}`).join('，');
}
