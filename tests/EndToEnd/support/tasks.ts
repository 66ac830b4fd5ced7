import { api } from './api';

type Task = { id: string; instance: string; node: string; park: string; version: number };
type Desk = { mine: { task: Task }[]; unclaimed: { task: Task }[] };
type Instance = { version: number; active: { key: number; node: string }[] };

const host = 'workflows/v1';

/** What the processes ask of officials and experts, decided through the API for what a story does not do by hand. */
export const tasks = (park: string) => {
  const decide = async (persona: string, node: string, outcome = 'done', data?: object) => {
    const task = await open(persona, node);
    await api(persona, 'POST', `${host}/tasks/${task.id}/completion`, { outcome, reasons: '（演示）同意。', ...(data && { data }) }, task.version);
    return task;
  };
  /** Waits until the task is there: a process hears of a decision a moment after it was taken. */
  const open = (persona: string, node: string) => until(`${node} for ${persona}`, async () => {
    const desk = await api(persona, 'GET', `${host}/tasks`) as unknown as Desk;
    return [...desk.mine, ...desk.unclaimed].map(({ task }) => task).find((task) => task.park === park && task.node === node);
  });
  return {
    open,
    decide,
    /** From a complete dossier to the province's decision. Nobody waits seven working days: the operator takes the case past them. */
    async toRecommendation() {
      await decide('province', 'completeness', 'complete');
      for (const department of ['development', 'industry', 'energy']) await decide('province', `opinion-${department}`);
      await decide('province', 'provincial-summary', 'proceed');
      await decide('expert', 'expert-score', 'done', { score: 88 });
      const { instance } = await decide('province', 'panel-conclusion', 'pass');
      await pass(instance, 'period-over', 'period-end');
      await open('province', 'provincial-recommendation');
    },
    /** From the recommendation to the publication of the list. */
    async toList() {
      await decide('expert', 'expert-score', 'done', { score: 90 });
      await decide('national', 'national-panel-conclusion', 'pass');
      await decide('national', 'ministry-opinion', 'agree');
      await decide('national', 'ministry-opinion', 'agree');
      await decide('national', 'national-decision', 'list');
      await open('national', 'list-publication');
    },
    /** From the request for acceptance to the province's conclusion. */
    async toSelfEvaluation() {
      await decide('park', 'self-evaluation-report');
      await decide('province', 'opinion-industry');
      await decide('province', 'opinion-energy');
      await decide('expert', 'expert-score', 'done', { score: 91 });
      await open('province', 'self-evaluation');
    },
    /** From there to the nation's decision. */
    async toAcceptance() {
      await decide('expert', 'expert-score', 'done', { score: 92 });
      await decide('national', 'site-check');
      await open('national', 'acceptance-decision');
    },
  };
};

/** The park of the application whose page this is. */
export async function parkOf(page: string) {
  const id = /applications\/([0-9a-f-]{36})/.exec(page)?.[1] ?? '';
  return (await api('park', 'GET', `registration/v1/applications/${id}`)).parkId as string;
}

async function pass(instance: string, node: string, to: string) {
  const { waiting, version } = await until(`${node} of ${instance}`, async () => {
    const { active, version: seen } = await api('operator', 'GET', `${host}/instances/${instance}`) as unknown as Instance;
    const found = active.find((place) => place.node === node);
    return found && { waiting: found, version: seen };
  });
  await api('operator', 'POST', `${host}/instances/${instance}/moves`, { element: waiting.key, to, reason: '（演示）演示不等待公示期满。' }, version);
}

async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let patience = 0; patience < 200; patience += 1) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => { setTimeout(resolve, 200); });
  }
  throw new Error(`There was no ${what}.`);
}
