import type { Look } from '../Tags';

/** What a node of a drawing is marked as: where a case stands, or what became different between two versions. */
export type NodeState = 'active' | 'done' | 'incident' | 'overdue' | 'suspended' | 'added' | 'changed' | 'failing';

export type NodeMark = {
  node: string;
  state: NodeState;
  /** Said on the drawing instead of the state's word, such as a count. */
  note?: string;
  /** Said beside the state in the table. */
  about?: string;
};

export const markIcon: Record<NodeState, Look> = {
  active: 'active', done: 'met', incident: 'not-met', overdue: 'attention', suspended: 'unknown', added: 'met', changed: 'attention', failing: 'not-met',
};

/** The gravest state first: what somebody must look at. */
export const gravity: readonly NodeState[] = ['incident', 'failing', 'overdue', 'suspended', 'active', 'changed', 'added', 'done'];
