import { useTranslation } from 'react-i18next';
import { State } from '../../../parts/Tags';
import { sectionGroups, type FormSection } from '../sections';

type Props = { sections: FormSection[]; section: FormSection; stateOf: (section: FormSection) => { count: number; wrong: number }; onSection: (section: FormSection) => void };

/** The sections of the year as a list of tasks; every one says how much it holds and whether something is wrong in it. */
export function SectionList({ sections, section, stateOf, onSection }: Props) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('year.sections')} className="section-list">
      {sectionGroups.map(({ group, members }) => ({ group, members: members.filter((name) => sections.includes(name)) })).filter(({ members }) => members.length > 0).map(({ group, members }) => (
        <div key={group}>
          <h3 id={`group-${group}`}>{t(`sectionGroup.${group}`)}</h3>
          <ol className="tasks compact" aria-labelledby={`group-${group}`}>
            {members.map((name) => (
              <li key={name}>
                <button type="button" className="link" aria-current={name === section ? 'step' : undefined} onClick={() => { onSection(name); }}>{t(`section.${name}`)}</button>
                <SectionState {...stateOf(name)} />
              </li>
            ))}
          </ol>
        </div>
      ))}
    </nav>
  );
}

function SectionState({ count, wrong }: { count: number; wrong: number }) {
  const { t } = useTranslation();
  if (wrong > 0) return <State look="attention">{t('year.wrong', { count: wrong })}</State>;
  if (count > 0) return <State look="met">{t('year.lines', { count })}</State>;
  return <State look="unknown">{t('none')}</State>;
}
