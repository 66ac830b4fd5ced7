import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParkDetail, TimelineItem } from '../../api/types';
import { day } from '../../lib/date';
import { CheckRecord } from './CheckRecord';
import { checkable } from './key-projects';
import { KeyProjectTable } from './KeyProjectTable';

const shownAtFirst = 10;

/** The key projects that a listed park promised, and how far each has come; where there are none, why. */
export function KeyProjects({ park, items = [] }: { park: ParkDetail; items: TimelineItem[] | undefined }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const projects = park.keyProjects;
  const plan = items.find(({ eventId }) => eventId === projects?.eventId);
  const shown = all ? projects?.items : projects?.items.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="key-projects">
      <h2 id="key-projects">{t('keyProject.title')}</h2>
      {!projects && <p className="empty">{t(park.list ? 'park.keyProjects.taken' : 'park.keyProjects.notListed')}</p>}
      {projects?.items.length === 0 && <p className="empty">{t('park.keyProjects.none')}</p>}
      {projects && shown && shown.length > 0 && (
        <>
          <p className="small soft">{t('park.keyProjects.what')} {t('park.keyProjects.plan', { day: day(projects.at, i18n.language) })}</p>
          <KeyProjectTable projects={shown} check={(project, report) => {
            const item = checkable(project, report, items);
            return item && <CheckRecord item={item} parkId={park.id} />;
          }} />
          {shown.length < projects.items.length && <button type="button" className="link no-print" onClick={() => { setAll(true); }}>{t('park.keyProjects.all', { count: projects.items.length })}</button>}
          {plan && projects.hash && <div className="planned-in small"><span>{t('park.keyProjects.planned')}</span><CheckRecord item={{ ...plan, logIndex: projects.logIndex, facts: { ...plan.facts, keyProjectsHash: projects.hash } }} parkId={park.id} /></div>}
        </>
      )}
    </section>
  );
}
