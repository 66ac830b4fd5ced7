import { useTranslation } from 'react-i18next';
import type { PicturedVisit } from '../../api/types';
import { dayAndTime } from '../../lib/date';
import { State, type Look } from '../../parts/Tags';
import { nodeNames } from './use-picture';

const looks: Record<PicturedVisit['end'], Look> = { open: 'active', done: 'met', ended: 'unknown', passed: 'met' };

/** Steps of a case in the order in which they began; each with what was decided and why, where the reader may know. */
export function VisitList({ visits, drawings, empty }: { visits: readonly PicturedVisit[]; drawings: ReadonlyMap<string, string>; empty: string }) {
  const { t, i18n } = useTranslation();
  const names = nodeNames(drawings, i18n.language);
  if (visits.length === 0) return <p className="soft">{empty}</p>;
  return (
    <ol className="decisions">
      {visits.map((visit, place) => (
        <li key={`${String(place)}${visit.node}`}>
          <time dateTime={visit.from}>{dayAndTime(visit.from, i18n.language)}</time>
          <div>
            <p><strong>{names.get(`${visit.process}/${visit.node}`) ?? visit.node}</strong>{visit.index !== null && ` ${String(visit.index + 1)}`} · <State look={looks[visit.end]}>{t(`visit.${visit.end}`)}</State></p>
            {visit.outcome && <p>{t('visit.decided', { outcome: t(`outcome.${visit.outcome}`, { defaultValue: visit.outcome }), role: t(`visit.role.${visit.role ?? ''}`, { defaultValue: visit.role ?? '' }) })}</p>}
            {visit.reasons && <p className="prose" lang="zh-CN">{visit.reasons}</p>}
            {visit.to && visit.to !== visit.from && <p className="small soft">{t('visit.until', { at: dayAndTime(visit.to, i18n.language) })}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
