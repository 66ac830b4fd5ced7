import { api } from './api';
import { year } from './hand-application';
import { tasks } from './tasks';

const chapters = ['basis', 'feasibility', 'goals', 'tasks', 'economics', 'safeguards'];
const applications = 'registration/v1/applications';

/** A submitted application of a park of Jiangsu: its completeness check waits for the province. */
export async function submitted(name: string) {
  const begun = await api('park', 'POST', applications, {
    name, province: '320000', city: '盐城市', scope: 'partial', constructionStart: year, constructionEnd: year + 3, latitude: '33.4', longitude: '120.5',
    industryGroup: '综合及其他', fourBounds: '（演示）东至海堤，西至通榆河', targets: [{ year: year + 3, core: '0.2' }], demo: true,
  }) as unknown as { id: string; parkId: string; version: number };
  let { version } = begun;
  for (const chapter of chapters) version = (await api('park', 'PUT', `${applications}/${begun.id}/chapters/${chapter}`, { text: '（演示）正文' }, version)).version;
  await api('park', 'POST', `${applications}/${begun.id}/submission`, {}, version);
  return { park: begun.parkId, task: await tasks(begun.parkId).open('province', 'completeness') };
}

/** A name that no other test has. */
export const marked = (what: string) => `演示${what}园区 ${new Date().toISOString().slice(5, 23).replace(/\D/g, '')}`;
