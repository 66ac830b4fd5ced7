import type { Desk, InboxItem, Task } from '../../api/types';

/** Whose work it is just now. */
export type Holder = 'mine' | 'delegatedToMe' | 'unclaimed' | 'page';

/** A row of the inbox: a task of a process, or work that a service names without one. */
export type Row = {
  key: string;
  /** i18n key of what is to be done. */
  what: string;
  href: string;
  parkId: string | null;
  parkName: string;
  year: number | null;
  since: string;
  due: string | null;
  holder: Holder;
  recording: boolean;
  task?: Task;
};

/** The same work under the two names that a service and a process have for it. */
const sameWork: Record<string, readonly string[]> = {
  'review-application': ['application-completeness', 'city-check', 'department-opinion', 'provincial-summary', 'panel-conclusion', 'objection-handling', 'provincial-recommendation', 'deferral'],
  'correct-application': ['application-correction'],
  'decide-listing': ['ministry-opinion', 'panel-conclusion', 'national-decision', 'list-publication'],
  'report-year': ['annual-submission'],
  'open-year': ['annual-submission'],
  'engage-body': ['body-engagement'],
  'name-team': ['team-naming'],
  'verify-year': ['verification-statement'],
  'sign-statement': ['verification-statement'],
  'answer-finding': ['finding-answer'],
  'close-finding': ['finding-closing'],
  'disclose-year': ['year-disclosure'],
  'conclude-self-evaluation': ['self-evaluation'],
  'decide-acceptance': ['acceptance-decision', 'condition-review'],
};

/** Work of many steps, done on the page of its record; the task ends by itself when the record says so. */
const onItsPage = new Set([
  'application-correction', 'annual-submission', 'body-engagement', 'team-naming', 'verification-statement', 'finding-answer', 'finding-closing', 'year-disclosure', 'acceptance-request', 'list-publication',
]);

export const isOnItsPage = (task: Task) => onItsPage.has(task.task.kind) || task.outcomes.length === 0;

/** Where the record of a task's case is looked at; nothing where the task alone knows it. */
export function pageOf({ task: { kind, thing, process } }: Task): string | undefined {
  if (kind === 'list-publication') return `/desk/lists/new${thing ? `?application=${thing}` : ''}`;
  if (!thing) return onItsPage.has(kind) ? '/desk/parks' : undefined;
  if (process === 'annual-report') return `/desk/submissions/${thing}`;
  if (process === 'acceptance' || process === 'provincial-self-evaluation') return `/desk/acceptances/${thing}`;
  return process === 'application' || process === 'provincial-review' || process === 'city-review' ? `/desk/applications/${thing}` : undefined;
}

/** Tasks and services' own lists as one, nothing twice; what is due first stands first, then what waits longest. */
export function rowsOf(desk: Desk | undefined, items: readonly InboxItem[], names: ReadonlyMap<string, string>, me: string | undefined): Row[] {
  const tasks = [...(desk?.mine ?? []), ...(desk?.unclaimed ?? [])];
  const open = tasks.filter((task) => !(isOnItsPage(task) && items.some((item) => isSame(item, task))));
  const rest = items.filter((item) => !tasks.some((task) => !isOnItsPage(task) && isSame(item, task)));
  return [...open.map((task) => rowOfTask(task, names, me)), ...rest.map((item) => rowOfItem(item, tasks.find((task) => isSame(item, task))))].sort(byDue);
}

export function isSame(item: InboxItem, { task }: Task): boolean {
  if (!sameWork[item.kind]?.includes(task.kind)) return false;
  const year = yearOf(task.businessKey);
  return task.thing === item.id || (task.park === item.parkId && (item.year === null || year === null || year === item.year));
}

function rowOfTask(shown: Task, names: ReadonlyMap<string, string>, me: string | undefined): Row {
  const { task } = shown;
  return {
    key: task.id, what: `kind.${task.kind}`, href: `/desk/tasks/${task.id}`, parkId: task.park, parkName: (task.park && names.get(task.park)) ?? '', year: yearOf(task.businessKey),
    since: task.opened, due: task.due, holder: task.assignee === null ? 'unclaimed' : task.owner !== null && task.assignee === me ? 'delegatedToMe' : 'mine', recording: task.recording, task: shown,
  };
}

const rowOfItem = (item: InboxItem, task: Task | undefined): Row => ({
  key: item.kind + item.id, what: `task.${item.kind}`, href: item.href, parkId: item.parkId, parkName: item.parkName, year: item.year, since: item.since, due: task?.task.due ?? null, holder: 'page', recording: false,
});

const byDue = (one: Row, other: Row) => (one.due ?? '9').localeCompare(other.due ?? '9') || one.since.localeCompare(other.since);

/** A case is known by its park, or by park and year. */
const yearOf = (businessKey: string | null) => (businessKey?.includes('/') ? Number(businessKey.split('/')[1]) : null);
