import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyProjectItem, ProjectState } from '../../api/types';
import { day } from '../../lib/date';
import { Quantity } from '../../parts/Quantity';
import { State } from '../../parts/Tags';
import { isLate, period, projectLook } from './key-projects';
import './key-projects.css';

type Report = KeyProjectItem['reports'][number];
type Check = (project: KeyProjectItem, report: Report) => ReactNode;

/** @property check How a report is held against the log; a preview has nothing to check. */
type Props = { projects: KeyProjectItem[]; check?: Check };

/** A line each: who, when, how far; below it what was planned and every report. On a narrow screen a line becomes a block. */
export function KeyProjectTable({ projects, check }: Props) {
  const { t } = useTranslation();
  return (
    <table className="projects" role="table">
      <caption className="hidden">{t('keyProject.title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t('keyProject.name')} · {t('keyProject.body')}</th><th role="columnheader" scope="col">{t('keyProject.period')}</th>
          <th role="columnheader" scope="col">{t('keyProject.state')}</th><th role="columnheader" scope="col" className="number">{t('keyProject.ofPlanned')}</th>
          <th role="columnheader" scope="col">{t('keyProject.asOf')}</th>
        </tr>
      </thead>
      {projects.map((project) => (
        <tbody key={project.number} role="rowgroup">
          <Line project={project} />
          <tr role="row" className="more"><td role="cell" colSpan={5}><More project={project} check={check} /></td></tr>
        </tbody>
      ))}
    </table>
  );
}

/** How far a project has come, in sign and word. */
export function ProjectStateTag({ state }: { state: ProjectState | null }) {
  const { t } = useTranslation();
  return <State look={state ? projectLook[state] : 'unknown'}>{t(`keyProject.stateOf.${state ?? 'none'}`)}</State>;
}

function Line({ project }: { project: KeyProjectItem }) {
  const { t, i18n } = useTranslation();
  return (
    <tr role="row">
      <th role="rowheader" scope="row"><span lang="zh-CN">{project.name}</span><p className="small soft" lang="zh-CN">{project.body}</p></th>
      <td role="cell" className="nowrap">{period(project)}</td>
      <td role="cell">
        <ProjectStateTag state={project.state} />
        {isLate(project) && <p className="small"><State look="attention">{t('keyProject.late', { year: project.toYear })}</State></p>}
        {project.commissionedLate && <p className="small soft">{t('keyProject.commissionedLate')}</p>}
      </td>
      <td role="cell" className="number">
        {project.investedWanYuan === null ? <span className="soft">–</span> : <Quantity value={project.investedWanYuan} unit="wanYuan" full />}
        <p className="small soft"><span className="hidden">{t('keyProject.investment')} </span>/ <Quantity value={project.investmentWanYuan} unit="wanYuan" full />{project.investedShare !== null && <> · <Quantity value={project.investedShare} unit="1" /></>}</p>
      </td>
      <td role="cell">{project.asOf ? day(project.asOf, i18n.language) : <span className="soft">–</span>}</td>
    </tr>
  );
}

function More({ project, check }: { project: KeyProjectItem; check: Check | undefined }) {
  const { t } = useTranslation();
  const planned = [[t('keyProject.content'), project.content], [t('keyProject.plan'), project.plan], [t('keyProject.meaning'), project.meaning]] as const;
  return (
    <details>
      <summary>{t('keyProject.more')}<span className="hidden"> {project.name}</span></summary>
      <dl className="facts">{planned.map(([name, value]) => <div key={name}><dt>{name}</dt><dd lang="zh-CN" className="prose">{value}</dd></div>)}</dl>
      <h3>{t('keyProject.reports')}</h3>
      {project.reports.length === 0 && <p className="soft">{t('keyProject.noReports')}</p>}
      <ol className="reports">{project.reports.map((report) => <ReportLine key={report.eventId} report={report}>{check?.(project, report)}</ReportLine>)}</ol>
    </details>
  );
}

export function ReportLine({ report, children }: { report: Pick<Report, 'asOf' | 'state' | 'investedWanYuan' | 'note'>; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <p className="said">
        <time dateTime={report.asOf}>{day(report.asOf, i18n.language)}</time>
        <ProjectStateTag state={report.state} />
        <span>{t('keyProject.invested')} <Quantity value={report.investedWanYuan} unit="wanYuan" full /></span>
      </p>
      {report.note && <p lang="zh-CN" className="prose">{report.note}</p>}
      {children}
    </li>
  );
}
