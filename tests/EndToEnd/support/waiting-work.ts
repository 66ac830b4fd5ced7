import { api } from './api';
import { year } from './hand-application';
import { tasks } from './tasks';

/** Parks of the demo body at four points of their road, so that somebody waits for each: park, province, nation, verifiers. */
export type Waiting = { drafted: string; submitted: string; recommended: string; verifying: string };

const chapters = ['basis', 'feasibility', 'goals', 'tasks', 'economics', 'safeguards'];
const applications = 'registration/v1/applications';

export async function makeWaitingWork(): Promise<Waiting> {
  const mark = new Date().toISOString().slice(5, 23).replace(/\D/g, '');
  const names = { drafted: `演示拟申报园区 ${mark}`, submitted: `演示待审核园区 ${mark}`, recommended: `演示待列名园区 ${mark}`, verifying: `演示核查中园区 ${mark}` };
  await begin(names.drafted);
  await submit(await begin(names.submitted));
  await recommend(await submit(await begin(names.recommended)));
  await startVerification(await recommend(await submit(await begin(names.verifying))));
  return names;
}

async function begin(name: string) {
  return await api('park', 'POST', applications, {
    name, province: '320000', city: '盐城市', scope: 'partial', constructionStart: year, constructionEnd: year + 3, latitude: '33.4', longitude: '120.5',
    industryGroup: '综合及其他', fourBounds: '（演示）东至海堤，西至通榆河', targets: [{ year: year + 3, core: '0.2' }], demo: true,
  }) as unknown as { id: string; parkId: string; version: number };
}

async function submit(application: { id: string; parkId: string; version: number }) {
  let { version } = application;
  for (const chapter of chapters) version = (await api('park', 'PUT', `${applications}/${application.id}/chapters/${chapter}`, { text: '（演示）正文' }, version)).version;
  return { ...application, version: (await api('park', 'POST', `${applications}/${application.id}/submission`, {}, version)).version };
}

async function recommend(application: { id: string; parkId: string; version: number }) {
  const work = tasks(application.parkId);
  await work.toRecommendation();
  await work.decide('province', 'provincial-recommendation', 'recommend');
  return application;
}

/** Listed, reported, a body engaged, its team named: from here on the verifiers have it. */
async function startVerification({ parkId }: { parkId: string }) {
  const work = tasks(parkId);
  await work.toList();
  await work.decide('national', 'list-publication', 'done', { document: '演示文号', publishedOn: `${String(year + 1)}-01-05`, source: '演示数据，不是官方名单。' });
  const opened = await api('park', 'POST', 'submission/v1/submissions', { parkId, year });
  await api('park', 'PUT', `submission/v1/submissions/${opened.id}/draft`, {
    year, electricity: [{ direction: 'in', kind: 'grid', mwh: '1000' }], answers: [{ signal: 'lowDirectSupply', reason: '（演示）直连线路在建。' }],
  }, 0);
  await api('park', 'POST', `submission/v1/submissions/${opened.id}/submission`, {}, opened.version);
  const lead = await api('verifier-lead', 'GET', 'identity/v1/me') as unknown as { organisation: { id: string } };
  const engaged = await api('park', 'POST', 'verification/v1/verifications', { submissionId: opened.id, bodyId: lead.organisation.id });
  await api('verifier-lead', 'POST', `verification/v1/verifications/${engaged.id}/team`, { members: [(await api('verifier', 'GET', 'identity/v1/me')).id] }, engaged.version);
}
