import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../api/types';
import { industryKey } from '../../lib/industry';
import { provinceName } from '../../lib/provinces';
import { BoundarySketch } from '../disclosure/BoundarySketch';
import { chapters } from './chapters';
import { KeyProjectsRead } from './KeyProjectsRead';

/** The whole application for reading, in the order of the outline. */
export function Dossier({ application: { park, chapters: texts, keyProjects } }: { application: Application }) {
  const { t, i18n } = useTranslation();
  const industry = industryKey(park.industryGroup);
  const facts: [string, React.ReactNode][] = [
    [t('application.name'), park.name],
    [t('application.province'), provinceName(park.province, i18n.language)],
    [t('application.city'), park.city],
    [t('application.scope'), t(`scope.${park.scope}`)],
    [t('application.period'), `${String(park.constructionStart)}–${String(park.constructionEnd)}`],
    [t('application.industry'), industry ? t(industry) : park.industryGroup],
    [t('application.pin'), `${park.latitude}, ${park.longitude}`],
    [t('application.baseYear'), park.baseYear],
  ];
  return (
    <>
      <section aria-labelledby="facts">
        <h2 id="facts">{t('application.facts')}</h2>
        <dl className="facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      </section>
      <section aria-labelledby="bounds">
        <h2 id="bounds">{t('application.boundary')}</h2>
        <p className="prose" lang="zh-CN">{park.fourBounds}</p>
        <BoundarySketch geometry={park.boundary} name={park.name} />
      </section>
      <section aria-labelledby="promised">
        <h2 id="promised">{t('application.targets')}</h2>
        <div className="scroll-x" role="group" aria-labelledby="promised" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('inbox.year')}</th>{park.targets.map(({ year }) => <th key={year} scope="col" className="number">{year}</th>)}</tr></thead>
            <tbody><tr><th scope="row">{t('indicator.core')} (t/tce)</th>{park.targets.map(({ year, core }) => <td key={year} className="number">{core}</td>)}</tr></tbody>
          </table>
        </div>
      </section>
      {chapters.map((chapter) => (
        <Fragment key={chapter}>
          <section aria-labelledby={`chapter-${chapter}`}>
            <h2 id={`chapter-${chapter}`}>{t(`chapter.${chapter}`)}</h2>
            {texts[chapter] ? <p className="prose" lang="zh-CN">{texts[chapter]}</p> : <p className="soft">{t('application.notWritten')}</p>}
          </section>
          {chapter === 'tasks' && <KeyProjectsRead projects={keyProjects} />}
        </Fragment>
      ))}
    </>
  );
}
