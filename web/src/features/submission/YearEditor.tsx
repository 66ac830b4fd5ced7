import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnterpriseCoverage, EvidenceFile, YearDraft } from '../../api/types';
import { State } from '../../parts/Tags';
import { usePack } from '../disclosure/packs';
import { add, filled, formSections, isBeside, put, remove, sectionOf, type BesideSection, type FormSection } from './activity';
import { columns } from './columns';
import { Conversions } from './Conversions';
import { Enterprises } from './Enterprises';
import { Indicators } from './Indicators';
import { LineTable } from './LineTable';
import { YearContext, type YearEdit } from './year-context';

/** A section that is kept beside the data and saved on its own. */
export type Beside = { count: number; wrong: number; body: ReactNode };

type Props = { data: YearDraft; perEnterprise?: boolean; beside?: Record<BesideSection, Beside>; evidence?: EvidenceFile[]; coverage?: EnterpriseCoverage | null; onChange: (data: YearDraft) => void; problems: Map<string, string>; section: FormSection; onSection: (section: FormSection) => void };

/** A year's data, one section at a time; every section says how much it holds and whether something is wrong in it. */
export function YearEditor({ data, perEnterprise = false, beside, evidence, coverage, onChange, problems, section, onSection }: Props) {
  const { t } = useTranslation();
  const pack = usePack();
  const edit = useMemo((): YearEdit => ({
    data, pack, problems, evidence: evidence ?? [],
    change: (pointer, value) => { onChange(put(data, pointer, value)); },
    addLine: (list) => { onChange(add(data, list)); },
    removeLine: (list, index) => { onChange(remove(data, list, index)); },
  }), [data, pack, problems, evidence, onChange]);
  return (
    <YearContext value={edit}>
      <nav aria-label={t('year.sections')}>
        <ol className="tasks compact">
          {formSections.filter((name) => (isBeside(name) ? beside : perEnterprise || name !== 'enterprises')).map((name) => (
            <li key={name}>
              <button type="button" className="link" aria-current={name === section ? 'step' : undefined} onClick={() => { onSection(name); }}>{t(`section.${name}`)}</button>
              <SectionState count={(isBeside(name) && beside?.[name].count) || filled(data, name)} wrong={(isBeside(name) && beside?.[name].wrong) || [...problems.keys()].filter((pointer) => sectionOf(pointer) === name).length} />
            </li>
          ))}
        </ol>
      </nav>
      <section aria-labelledby="section">
        <h2 id="section">{t(`section.${section}`)}</h2>
        <p className="soft">{t(`sectionHelp.${section}`)}</p>
        {isBeside(section) ? beside?.[section].body : section === 'conversions' ? <Conversions /> : section === 'indicators' ? <Indicators /> : section === 'enterprises' ? <Enterprises coverage={coverage} /> : <LineTable key={section} list={`/${section}`} columns={columns[section]} label={t(`section.${section}`)} />}
      </section>
    </YearContext>
  );
}

function SectionState({ count, wrong }: { count: number; wrong: number }) {
  const { t } = useTranslation();
  if (wrong > 0) return <State look="attention">{t('year.wrong', { count: wrong })}</State>;
  if (count > 0) return <State look="met">{t('year.lines', { count })}</State>;
  return <State look="unknown">{t('none')}</State>;
}
