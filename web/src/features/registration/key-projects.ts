import type { KeyProjectItem, PlannedProject, ProgressReport } from '../../api/types';
import { ratio } from '../../lib/decimal';

/** A table of more lines is refused. */
export const mostProjects = 100;

/** The table as it is typed: years as text until they are sent. */
export type ProjectTyped = Partial<Omit<PlannedProject, 'number' | 'fromYear' | 'toYear'>> & { number: number; fromYear?: number | string; toYear?: number | string };
export type ProjectsTyped = { projects?: ProjectTyped[] };

/** The highest number of these lines, or an earlier one that was higher still. */
export const highestNumber = (projects: readonly { number: number }[], earlier = 0) => Math.max(earlier, ...projects.map(({ number }) => number));

/** Empty fields stay away, so that the service says what is missing, at the field. */
export const projectsToSend = ({ projects = [] }: ProjectsTyped) => ({
  projects: projects.map((project) => ({ ...filled(project), number: Number(project.number), ...years(project) })) as PlannedProject[],
});

const filled = (project: ProjectTyped) => Object.fromEntries(Object.entries(project)
  .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const).filter(([, value]) => value !== '' && value !== undefined));

const years = ({ fromYear, toYear }: ProjectTyped) => ({ ...year('fromYear', fromYear), ...year('toYear', toYear) });

const year = (name: string, value: number | string | undefined) => (value === undefined || value === '' ? {} : { [name]: Number(value) });

/** A report as the public reads it; `at` and the event are not known before it is sent. */
export type Reported = Pick<ProgressReport, 'state' | 'investedWanYuan' | 'asOf' | 'note'>;

/** A project with these reports as the park's public page shows it. */
export function shown(project: PlannedProject, reports: readonly Reported[]): KeyProjectItem {
  const last = reports.at(-1);
  const over = `${String(project.toYear + 1)}-01-01`;
  const done = last?.state === 'commissioned' || last?.state === 'cancelled';
  const commissioned = reports.slice(reports.map(({ state }) => state === 'commissioned').lastIndexOf(false) + 1)[0];
  return {
    ...project, state: last?.state ?? null, investedWanYuan: last?.investedWanYuan ?? null, asOf: last?.asOf ?? null,
    investedShare: last ? ratio(last.investedWanYuan, project.investmentWanYuan, 6) : null,
    lateFrom: done ? null : over, commissionedLate: commissioned !== undefined && commissioned.asOf >= over,
    reports: reports.map((report, index) => ({ ...report, eventId: String(index), at: report.asOf, logIndex: null })),
  };
}

/** Refusals of the rules that are about one field of the report. */
export const refusedFields: Record<string, string> = { 'progress-in-future': '/asOf', 'progress-before-last': '/asOf', 'progress-needs-note': '/note' };
