import { useTranslation } from 'react-i18next';
import type { Translate } from '../../api/problem';
import type { Application, RoundChange } from '../../api/types';
import { industryKey } from '../../lib/industry';
import { provinceName } from '../../lib/provinces';
import { BoundarySketch } from '../disclosure/BoundarySketch';

/** What the park changed since the application was returned, old beside new: so that nobody reads everything again. */
export function RoundChanges({ application: { changes, park, round } }: { application: Application }) {
  const { t } = useTranslation();
  if (round < 2) return null;
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{t('rounds.title', { round: round - 1 })}</h2>
      {changes.length === 0 ? <p className="notice attention">{t('rounds.none')}</p> : (
        <table className="stacks rounds" role="table" aria-labelledby="changed">
          <thead role="rowgroup"><tr role="row">{['rounds.what', 'rounds.before', 'rounds.after'].map((name) => <th key={name} role="columnheader" scope="col">{t(name)}</th>)}</tr></thead>
          <tbody role="rowgroup">{changes.map((change) => <Row key={change.part + change.name} change={change} name={park.name} />)}</tbody>
        </table>
      )}
    </section>
  );
}

const labels: Record<string, string> = {
  name: 'application.name', province: 'application.province', city: 'application.city', scope: 'application.scope', constructionStart: 'application.start',
  constructionEnd: 'application.end', latitude: 'application.latitude', longitude: 'application.longitude', industryGroup: 'application.industry', fourBounds: 'application.fourBounds',
  baseYear: 'application.baseYear', geometry: 'application.boundary',
};

/** `2` is a project that came or went, `2/plan` what was rewritten in it. */
function ofProject(name: string, t: Translate): string {
  const [number = '', member] = name.split('/');
  const field = t(projectLabels[member ?? ''] ?? 'keyProject.name');
  return t('rounds.project', { number, field });
}

const projectLabels: Record<string, string> = {
  body: 'keyProject.body', content: 'keyProject.content', investmentWanYuan: 'rounds.investment', fromYear: 'projects.fromYear', toYear: 'projects.toYear', plan: 'keyProject.plan', meaning: 'keyProject.meaning',
};

function Row({ change, name }: { change: RoundChange; name: string }) {
  const { t } = useTranslation();
  const what = change.part === 'chapter' ? t(`chapter.${change.name}`) : change.part === 'target' ? t('rounds.target', { year: change.name }) : change.part === 'project' ? ofProject(change.name, t) : t(labels[change.name] ?? change.name);
  return (
    <tr role="row">
      <th scope="row" role="rowheader">{what}</th>
      <td role="cell"><Value change={change} text={change.before} name={name} was /></td>
      <td role="cell"><Value change={change} text={change.after} name={name} /></td>
    </tr>
  );
}

function Value({ change, text, name, was = false }: { change: RoundChange; text: string | null; name: string; was?: boolean }) {
  const { t, i18n } = useTranslation();
  if (text === null) return <span className="soft">{t('rounds.nothing')}</span>;
  if (change.part === 'boundary') return <BoundarySketch geometry={JSON.parse(text) as unknown} name={name} />;
  const industry = change.name === 'industryGroup' ? industryKey(text) : undefined;
  const said = change.name === 'province' ? provinceName(text, i18n.language) : change.name === 'scope' ? t(`scope.${text}`) : industry ? t(industry) : text;
  return was ? <del className="prose" lang="zh-CN">{said}</del> : <ins className="prose" lang="zh-CN">{said}</ins>;
}
