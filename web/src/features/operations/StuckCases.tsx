import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { read, workflows } from '../../api/client';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { useParkNames } from '../workflows/use-tasks';

/** Cases that cannot go on by themselves, each with the way to its repair. */
export function StuckCases() {
  const { t, i18n } = useTranslation();
  const { names } = useParkNames();
  const { data, error, refetch } = useQuery({ queryKey: ['cases', 'stuck'], queryFn: () => read(workflows.GET('/instances', { params: { query: { stuck: true } } })), refetchInterval: 30_000 });
  const stuck = data?.items ?? [];
  return (
    <section aria-labelledby="stuck">
      <h2 id="stuck">{t('operations.stuck')}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {data && stuck.length === 0 && <p className="soft">{t('operations.noneStuck')}</p>}
      {stuck.length > 0 && <p>{t('operations.stuckDo')}</p>}
      {stuck.length > 0 && <ul className="tasks">
        {stuck.map((each) => (
          <li key={each.id}>
            <span className="case-facts"><Link to={`/desk/processes/${each.id}`}>{(each.park && names.get(each.park)) ?? each.businessKey ?? each.process}</Link><State look="not-met">{t('drawing.state.incident')}</State></span>
            <time dateTime={each.started}>{day(each.started, i18n.language)}</time>
          </li>
        ))}
      </ul>}
    </section>
  );
}
