import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { disclosure, read } from '../../api/client';
import { day } from '../../lib/date';
import { say } from '../../lib/say';
import { Skeleton } from '../../parts/Skeleton';
import { groupDecisions, type DecisionGroup } from './decision-groups';

/** The latest decisions in the record; a list that named many parks at once is one line. */
export function LatestDecisions() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['decisions'],
    queryFn: () => read(disclosure.GET('/decisions', { params: { query: { limit: 100 } } })),
  });
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{t('home.decisions')}</h2>
      {error && <p className="empty">{t('home.decisionsUnread')}</p>}
      {!data && !error && <Skeleton lines={4} height={28} />}
      {data?.items.length === 0 && <p className="empty">{t('home.noDecisions')}</p>}
      <ol className="decisions">{groupDecisions(data?.items ?? []).slice(0, 6).map((group) => <Line key={group.first.eventId} group={group} />)}</ol>
    </section>
  );
}

function Line({ group: { first, count } }: { group: DecisionGroup }) {
  const { t, i18n } = useTranslation();
  return (
    <li>
      <time dateTime={first.publishedOn ?? first.at}>{day(first.publishedOn ?? first.at, i18n.language)}</time>
      <div>
        <p>
          <span className="what">{say(first.title, i18n.language)}</span>{' '}
          <Link to={`/parks/${first.parkId}`} lang="zh-CN">{first.parkName}</Link>
          {count > 1 && <span>{t('home.andOthers', { count })}</span>}
        </p>
        <p className="soft small">{[t(`actor.${first.actor}`, { defaultValue: first.actor }), first.document, first.reasons].filter(Boolean).join(' · ')}</p>
      </div>
    </li>
  );
}
