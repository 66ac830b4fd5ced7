import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Application } from '../../api/types';
import { day } from '../../lib/date';
import { Quantity } from '../../parts/Quantity';
import { State } from '../../parts/Tags';
import { isLate, period } from '../disclosure/key-projects';
import { ProjectStateTag } from '../disclosure/KeyProjectTable';
import { shown } from './key-projects';

/** How far each key project has come, and where its park reports on it. */
export function KeyProjectProgress({ application }: { application: Application }) {
  const { t, i18n } = useTranslation();
  const mayReport = application.actions.includes('reportProgress');
  if (application.status !== 'listed') return null;
  return (
    <section aria-labelledby="progress" id="projects">
      <h2 id="progress">{t('keyProject.title')}</h2>
      {application.keyProjects.length === 0 ? <p className="soft">{t('projects.noneListed')}</p> : (
        <>
          {mayReport && <p>{t('projects.reportAbout')} <a href={`/parks/${application.parkId}#key-projects`}>{t('projects.publicPage')}</a></p>}
          <div className="scroll-x" role="group" aria-labelledby="progress" tabIndex={0}>
            <table className="roomy">
              <thead>
                <tr>
                  <th scope="col">{t('keyProject.name')}</th><th scope="col">{t('keyProject.period')}</th><th scope="col">{t('keyProject.state')}</th>
                  <th scope="col" className="number">{t('keyProject.invested')}</th><th scope="col">{t('keyProject.asOf')}</th>{mayReport && <th scope="col"><span className="hidden">{t('projects.report')}</span></th>}
                </tr>
              </thead>
              <tbody>
                {application.keyProjects.map((planned) => {
                  const project = shown(planned, application.progress.filter(({ number }) => number === planned.number));
                  return (
                    <tr key={project.number}>
                      <th scope="row" lang="zh-CN">{project.name}</th>
                      <td className="nowrap">{period(project)}</td>
                      <td><ProjectStateTag state={project.state} />{isLate(project) && <p className="small"><State look="attention">{t('keyProject.late', { year: project.toYear })}</State></p>}</td>
                      <td className="number">{project.investedWanYuan === null ? '–' : <Quantity value={project.investedWanYuan} unit="wanYuan" full />}</td>
                      <td>{project.asOf ? day(project.asOf, i18n.language) : '–'}</td>
                      {mayReport && <td><Link to={`?report=${String(project.number)}`}>{t('projects.report')}<span className="hidden"> {project.name}</span></Link></td>}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
