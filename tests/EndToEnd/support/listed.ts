import { api } from './api';
import { year } from './hand-application';
import { tasks } from './tasks';

const chapters = ['basis', 'feasibility', 'goals', 'tasks', 'economics', 'safeguards'];
const applications = 'registration/v1/applications';

/** An application with its six chapters, still in the park's hands. */
export async function written(name: string) {
  const begun = await api('park', 'POST', applications, {
    name, province: '320000', city: '盐城市', scope: 'partial', constructionStart: year, constructionEnd: year + 3, latitude: '33.4', longitude: '120.5',
    industryGroup: '综合及其他', fourBounds: '（演示）东至海堤，西至通榆河', targets: [{ year: year + 3, core: '0.2' }], demo: true,
  }) as unknown as { id: string; parkId: string; version: number };
  let { version } = begun;
  for (const chapter of chapters) version = (await api('park', 'PUT', `${applications}/${begun.id}/chapters/${chapter}`, { text: '（演示）正文' }, version)).version;
  return begun;
}

/** From there to the construction list, without looking on. */
export async function list({ id, parkId }: { id: string; parkId: string }) {
  const { version } = await api('park', 'GET', `${applications}/${id}`);
  await api('park', 'POST', `${applications}/${id}/submission`, {}, version);
  const work = tasks(parkId);
  await work.toRecommendation();
  await work.decide('province', 'provincial-recommendation', 'recommend');
  await work.toList();
  await work.decide('national', 'list-publication', 'done', { document: '演示文号', publishedOn: `${String(year + 1)}-01-05`, source: '演示数据，不是官方名单。' });
}
