import { createContext, useContext } from 'react';
import type { EvidenceFile, RulePack, YearDraft } from '../../api/types';

/** The year being edited, for every cell below. `problems`: what the service found wrong, by pointer of the form. */
export type YearEdit = {
  data: YearDraft;
  pack: RulePack | undefined;
  problems: Map<string, string>;
  /** Files that a line may name as its proof. */
  evidence: EvidenceFile[];
  change: (pointer: string, value: unknown) => void;
  addLine: (list: string) => void;
  removeLine: (list: string, index: number) => void;
};

const nothing = () => undefined;

export const YearContext = createContext<YearEdit>({ data: { year: 0 }, pack: undefined, problems: new Map(), evidence: [], change: nothing, addLine: nothing, removeLine: nothing });

export const useYear = () => useContext(YearContext);
