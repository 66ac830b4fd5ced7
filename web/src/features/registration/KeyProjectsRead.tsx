import { useTranslation } from 'react-i18next';
import type { PlannedProject } from '../../api/types';
import { sum } from '../../lib/decimal';
import { Quantity } from '../../parts/Quantity';
import { period } from '../disclosure/key-projects';
import './key-projects.css';

/** The table of key projects for reading, with what all of them cost. */
export function KeyProjectsRead({ projects }: { projects: PlannedProject[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="planned-projects">
      <h2 id="planned-projects">{t('projects.title')}</h2>
      {projects.length === 0 ? <p className="soft">{t('projects.none')}</p> : (
        <div className="scroll-x" role="group" aria-labelledby="planned-projects" tabIndex={0}>
          <table className="roomy planned">
            <thead>
              <tr>
                <th scope="col" className="number">{t('projects.no')}</th><th scope="col">{t('keyProject.name')} · {t('keyProject.body')}</th><th scope="col">{t('keyProject.period')}</th>
                <th scope="col" className="number">{t('keyProject.investment')}</th><th scope="col">{t('keyProject.content')}</th><th scope="col">{t('keyProject.plan')}</th><th scope="col">{t('keyProject.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {projects.map((project) => (
                <tr key={project.number}>
                  <td className="number">{project.number}</td>
                  <th scope="row" lang="zh-CN">{project.name}<p className="small soft">{project.body}</p></th>
                  <td className="nowrap">{period(project)}</td>
                  <td className="number"><Quantity value={project.investmentWanYuan} unit="wanYuan" full /></td>
                  <td lang="zh-CN">{project.content}</td><td lang="zh-CN">{project.plan}</td><td lang="zh-CN">{project.meaning}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr><td /><th scope="row">{t('projects.all')}</th><td /><td className="number"><Quantity value={sum(projects.map(({ investmentWanYuan }) => investmentWanYuan))} unit="wanYuan" full /></td><td /><td /><td /></tr>
            </tfoot>
          </table>
        </div>
      )}
    </section>
  );
}
