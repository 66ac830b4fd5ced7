import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnterpriseCoverage, EvidenceFile, Result, YearDraft } from '../../api/types';
import { usePack } from '../disclosure/packs';
import { add, filled, put, remove } from './activity';
import { SectionBody } from './form/SectionBody';
import { SectionList } from './form/SectionList';
import { formSections, isBeside, sectionOf, type BesideSection, type FormSection } from './sections';
import { YearContext, type YearEdit } from './year-context';

/** A section that is kept beside the data and saved on its own. */
export type Beside = { count: number; wrong: number; body: ReactNode };

type Props = {
  data: YearDraft;
  previous?: YearDraft | null | undefined;
  result: Result | undefined;
  perEnterprise?: boolean;
  beside?: Record<BesideSection, Beside>;
  evidence?: EvidenceFile[];
  coverage?: EnterpriseCoverage | null;
  /** Given what the year is at that moment, so that two changes at once both stay. */
  onChange: (make: (data: YearDraft) => YearDraft) => void;
  problems: Map<string, string>;
  section: FormSection;
  onSection: (section: FormSection) => void;
};

/** A year's data, one section at a time. */
export function YearEditor({ data, previous = null, result, perEnterprise = false, beside, evidence, coverage, onChange, problems, section, onSection }: Props) {
  const { t } = useTranslation();
  const pack = usePack();
  const edit = useMemo((): YearEdit => ({
    data, previous, pack, problems, result, evidence: evidence ?? [], edit: onChange,
    change: (pointer, value) => { onChange((now) => put(now, pointer, value)); },
    addLine: (list, line) => { onChange((now) => add(now, list, line)); },
    removeLine: (list, index) => { onChange((now) => remove(now, list, index)); },
  }), [data, previous, pack, problems, result, evidence, onChange]);
  const stateOf = (name: FormSection) => ({
    count: (isBeside(name) && beside?.[name].count) || filled(data, name),
    wrong: (isBeside(name) && beside?.[name].wrong) || [...problems.keys()].filter((pointer) => sectionOf(pointer) === name).length,
  });
  return (
    <YearContext value={edit}>
      <SectionList sections={formSections.filter((name) => (isBeside(name) ? beside : perEnterprise || name !== 'enterprises'))} section={section} stateOf={stateOf} onSection={onSection} />
      <section aria-labelledby="section">
        <h2 id="section">{t(`section.${section}`)}</h2>
        <p className="soft">{t(`sectionHelp.${section}`)}</p>
        {isBeside(section) ? beside?.[section].body : <SectionBody section={section} coverage={coverage} />}
      </section>
    </YearContext>
  );
}
