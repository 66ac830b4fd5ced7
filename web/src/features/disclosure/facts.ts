import type { Translate } from '../../api/problem';

/** Facts of an event as name and value for reading, in the record's order. */
export function factLines(facts: Record<string, string>, t: Translate): [name: string, value: string][] {
  return Object.entries(facts)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [t(`fact.${name}`, { defaultValue: name }), t(`factValue.${name}.${code(value)}`, { defaultValue: value })]);
}

/** Only short codes have words of their own; anything else must not be taken for a key. */
const code = (value: string) => (/^[A-Za-z-]{1,20}$/.test(value) ? value : 'none');
