import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EnterpriseCoverage, YearDraft } from '../../api/types';
import { State } from '../../parts/Tags';
import { usePack } from '../disclosure/packs';
import { add, filled, formSections, put, remove, sectionOf, sections, type FormSection } from './activity';
import { columns } from './columns';
import { Conversions } from './Conversions';
import { Enterprises } from './Enterprises';
import { Indicators } from './Indicators';
import { LineTable } from './LineTable';
import { YearContext, type YearEdit } from './year-context';

type Props = { data: YearDraft; perEnterprise?: boolean; coverage?: EnterpriseCoverage | null; onChange: (data: YearDraft) => void; problems: Map<string, string>; section: FormSection; onSection: (section: FormSection) => void };

/** A year's data, one section at a time; every section says how much it holds and whether something is wrong in it. */
export function YearEditor({ data, perEnterprise = false, coverage, onChange, problems, section, onSection }: Props) {
  const { t } = useTranslation();
  const pack = usePack();
  const edit = useMemo((): YearEdit => ({
    data, pack, problems,
    change: (pointer, value) => { onChange(put(data, pointer, value)); },
    addLine: (list) => { onChange(add(data, list)); },
    removeLine: (list, index) => { onChange(remove(data, list, index)); },
  }), [data, pack, problems, onChange]);
  return (
    <YearContext value={edit}>
      <nav aria-label={t('year.sections')}>
        <ol className="tasks compact">
          {(perEnterprise ? formSections : sections).map((name) => (
            <li key={name}>
              <button type="button" className="link" aria-current={name === section ? 'step' : undefined} onClick={() => { onSection(name); }}>{t(`section.${name}`)}</button>
              <SectionState count={filled(data, name)} wrong={[...problems.keys()].filter((pointer) => sectionOf(pointer) === name).length} />
            </li>
          ))}
        </ol>
      </nav>
      <section aria-labelledby="section">
        <h2 id="section">{t(`section.${section}`)}</h2>
        <p className="soft">{t(`sectionHelp.${section}`)}</p>
        {section === 'conversions' ? <Conversions /> : section === 'indicators' ? <Indicators /> : section === 'enterprises' ? <Enterprises coverage={coverage} /> : <LineTable key={section} list={`/${section}`} columns={columns[section]} label={t(`section.${section}`)} />}
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
