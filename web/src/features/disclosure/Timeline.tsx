import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../../api/types';
import { dayAndTime } from '../../lib/date';
import { say } from '../../lib/say';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { CheckRecord } from './CheckRecord';
import { factLines } from './facts';

const shownAtFirst = 8;

/** Everything public that happened to the park, newest first, with who did it. */
export function Timeline({ parkId, query }: { parkId: string; query: UseQueryResult<{ items: TimelineItem[] }> }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const items = [...(query.data?.items ?? [])].reverse();
  const shown = all ? items : items.slice(0, shownAtFirst);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('park.timeline')}</h2>
      {query.error && <Refused problem={query.error} onReload={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={5} height={28} />}
      {query.data?.items.length === 0 && <p className="empty">{t('park.timelineEmpty')}</p>}
      <ol className="timeline">{shown.map((item) => <Entry key={item.eventId} item={item} parkId={parkId} />)}</ol>
      {items.length > shown.length && <button type="button" className="link no-print" onClick={() => { setAll(true); }}>{t('park.timelineAll', { count: items.length })}</button>}
    </section>
  );
}

function Entry({ item, parkId }: { item: TimelineItem; parkId: string }) {
  const { t, i18n } = useTranslation();
  const facts = factLines(item.facts, t);
  return (
    <li>
      <p className="small soft"><time dateTime={item.at}>{dayAndTime(item.at, i18n.language)}</time></p>
      <h3>{say(item.title, i18n.language)}</h3>
      <p className="small soft">{t(`actor.${item.actor}`, { defaultValue: item.actor })}</p>
      {facts.length > 0 && <dl className="facts small">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>}
      <CheckRecord item={item} parkId={parkId} />
    </li>
  );
}
