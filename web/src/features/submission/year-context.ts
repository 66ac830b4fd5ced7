import { createContext, useContext } from 'react';
import type { EvidenceFile, Result, RulePack, YearDraft } from '../../api/types';

/** The year being edited, for every cell below. `problems`: what the service found wrong, by pointer of the form. */
export type YearEdit = {
  data: YearDraft;
  /** What the park submitted for the year before, to read beside the fields. */
  previous: YearDraft | null;
  pack: RulePack | undefined;
  problems: Map<string, string>;
  /** What the method makes of the year as it stands. */
  result: Result | undefined;
  /** Files that a line may name as its proof. */
  evidence: EvidenceFile[];
  change: (pointer: string, value: unknown) => void;
  addLine: (list: string, line?: Record<string, unknown>) => void;
  removeLine: (list: string, index: number) => void;
  /** Several values at once, made of what the year is at that moment. */
  edit: (make: (data: YearDraft) => YearDraft) => void;
};

const nothing = () => undefined;

export const YearContext = createContext<YearEdit>({ data: { year: 0 }, previous: null, pack: undefined, problems: new Map(), result: undefined, evidence: [], change: nothing, addLine: nothing, removeLine: nothing, edit: nothing });

export const useYear = () => useContext(YearContext);
