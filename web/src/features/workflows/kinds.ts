import type { Variables } from '../../api/types';

/** What a decision says besides its reasons: docs/processes.md, column "kind" and "role". */
export type Asked = { name: 'batch' | 'score' | 'newEnd' | 'newFinalOn' | 'conditionDue'; type: 'text' | 'number' | 'date' };

const asked: Record<string, Asked> = {
  'provincial-recommendation/recommend': { name: 'batch', type: 'text' },
  'extension-decision/granted': { name: 'newEnd', type: 'date' },
  'overdue-decision/extend': { name: 'newFinalOn', type: 'date' },
  'acceptance-decision/conditional': { name: 'conditionDue', type: 'date' },
};

export const fieldsOf = (kind: string, outcome: string): Asked[] =>
  kind === 'expert-score' ? [{ name: 'score', type: 'number' }] : [asked[`${kind}/${outcome}`]].filter((each) => each !== undefined);

/** A score is a number to the process; everything else is a text. */
export const fromFields = (fields: Record<string, string>): Variables | null => {
  const given = Object.entries(fields).filter(([, value]) => value.trim() !== '');
  return given.length === 0 ? null : Object.fromEntries(given.map(([name, value]) => [name, name === 'score' ? Number(value) : value.trim()]));
};

const usual: Record<string, string> = { recommend: 'recommend', return: 'return', refuse: 'refuse', accepted: 'accept', accept: 'accept', passed: 'pass', 'not-passed': 'passNot' };

/** Keys of usual reasons, ready to be ticked. */
export function usualOf(kind: string, outcome: string): string[] {
  const name = kind === 'acceptance-decision' && outcome === 'refused' ? 'acceptNot' : usual[outcome];
  return name === undefined || kind === 'finding-closing' ? [] : [1, 2, 3].map((number) => `usual.${name}.${String(number)}`);
}
