import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { disclosure, read } from '../../api/client';
import { day } from '../../lib/date';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { DisputeDue, DisputedFigure, DisputeState } from './DisputeState';
import './groups.css';

const states = ['received', 'takenUp', 'answered', 'upheld', 'partlyUpheld', 'notUpheld', 'declined'] as const;

/** All disputes, newest first, by state and by what is late. */
export function DisputesPage() {
  const { t } = useTranslation();
  const [query, setQuery] = useSearchParams();
  const state = query.get('state') ?? '';
  const overdue = query.get('overdue') === 'true';
  useTitle(t('page.disputes'));
  const choose = (name: string, value: string) => {
    setQuery((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value); else next.delete(name);
      return next;
    }, { replace: true });
  };
  return (
    <article className="groups">
      <header>
        <h1>{t('page.disputes')}</h1>
        <p>{t('dispute.what')}</p>
        <p className="soft">{t('dispute.howLong')}</p>
        <ul className="side"><li><a href="/api/public/v1/open-data/disputes.csv">{t('dispute.csv')}</a></li><li><Link to="/disputes/follow">{t('page.disputeFollow')}</Link></li></ul>
      </header>
      <form className="filters" onSubmit={(event) => { event.preventDefault(); }}>
        <div className="field">
          <label htmlFor="state">{t('dispute.filter')}</label>
          <select id="state" className="input" value={state} onChange={(event) => { choose('state', event.target.value); }}>
            <option value="">{t('dispute.all')}</option>
            <option value="open">{t('dispute.open')}</option>
            <option value="closed">{t('dispute.closed')}</option>
            {states.map((each) => <option key={each} value={each}>{t(`disputeState.${each}`)}</option>)}
          </select>
        </div>
        <label><input type="checkbox" checked={overdue} onChange={(event) => { choose('overdue', event.target.checked ? 'true' : ''); }} /> {t('dispute.overdueOnly')}</label>
      </form>
      <List state={state} overdue={overdue} />
    </article>
  );
}

function List({ state, overdue }: { state: string; overdue: boolean }) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['all-disputes', state, overdue],
    queryFn: () => read(disclosure.GET('/disputes', { params: { query: { ...(state && { state }), ...(overdue && { overdue }), pageSize: 200 } } })),
    placeholderData: keepPreviousData,
  });
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data) return <Skeleton lines={5} height={32} />;
  if (data.items.length === 0) return <p className="empty" role="status">{t('dispute.none')}</p>;
  return (
    <div className="scroll-x" role="group" aria-label={t('page.disputes')} tabIndex={0}>
      <table className="wide">
        <caption className="hidden">{t('page.disputes')}</caption>
        <thead><tr><th scope="col">{t('dispute.number')}</th><th scope="col">{t('dispute.park')}</th><th scope="col">{t('dispute.figure')}</th><th scope="col">{t('dispute.state')}</th><th scope="col">{t('dispute.due')}</th><th scope="col">{t('dispute.raised')}</th></tr></thead>
        <tbody>
          {data.items.map((dispute) => (
            <tr key={dispute.number}>
              <th scope="row"><Link to={`/disputes/${dispute.number}`} className="nowrap">{dispute.number}</Link></th>
              <td><Link to={`/parks/${dispute.parkId}`} lang="zh-CN">{dispute.parkName}</Link></td>
              <td><DisputedFigure {...dispute} /></td>
              <td><DisputeState dispute={dispute} /></td>
              <td><DisputeDue dispute={dispute} /></td>
              <td>{day(dispute.at, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
