import type { Decision } from '../../api/types';

type Named = Decision & { parkId: string; parkName: string };
export type DecisionGroup = { first: Named; count: number };

/** A national list names dozens of parks in one decision; neighbours with the same words, day and document belong together. */
export function groupDecisions(decisions: readonly Named[]): DecisionGroup[] {
  const groups: DecisionGroup[] = [];
  for (const decision of decisions) {
    const last = groups.at(-1);
    if (last && key(last.first) === key(decision)) last.count += 1;
    else groups.push({ first: decision, count: 1 });
  }
  return groups;
}

const key = ({ type, title, at, document }: Decision) => JSON.stringify([type, title, at.slice(0, 10), document]);
