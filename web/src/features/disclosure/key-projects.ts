import type { KeyProjectItem, ProjectState, TimelineItem } from '../../api/types';
import { yearInBeijing } from '../../lib/date';
import type { Look } from '../../parts/Tags';
import type { Checkable } from './record';

/** In the order of a project's life. */
export const projectStates = ['planned', 'underConstruction', 'commissioned', 'suspended', 'cancelled'] as const satisfies readonly ProjectState[];

/** Sign and colour of a project's state. */
export const projectLook: Record<ProjectState, Look> = {
  planned: 'unknown', underConstruction: 'active', commissioned: 'met', suspended: 'attention', cancelled: 'not-met',
};

/** Whether the project is late today: `lateFrom` is the first day of a year, or nothing once it is commissioned or given up. */
export const isLate = ({ lateFrom }: Pick<KeyProjectItem, 'lateFrom'>, year = yearInBeijing()) => lateFrom !== null && Number(lateFrom.slice(0, 4)) <= year;

/** First to last year, or the one year. */
export const period = ({ fromYear, toYear }: Pick<KeyProjectItem, 'fromYear' | 'toYear'>) => (fromYear === toYear ? String(toYear) : `${String(fromYear)}–${String(toYear)}`);

type Report = KeyProjectItem['reports'][number];

/** A report as the log is asked about it: by what the table shows of it, not by what the timeline does. */
export function checkable(project: Pick<KeyProjectItem, 'number' | 'name'>, report: Report, items: TimelineItem[]): Checkable | undefined {
  const item = items.find(({ eventId }) => eventId === report.eventId);
  return item && {
    ...item, at: report.at, logIndex: report.logIndex,
    facts: {
      project: String(project.number), name: project.name, state: report.state ?? '', investedWanYuan: report.investedWanYuan, asOf: report.asOf,
      ...(report.note !== null && { note: report.note }),
    },
  };
}
