import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { read, registration, submission } from '../api/client';
import type { InboxItem, ListedPark, Me, SubmissionItem } from '../api/types';
import { yearInBeijing } from '../lib/date';
import { provinceName } from '../lib/provinces';
import { Refused } from '../parts/Refused';
import { Skeleton } from '../parts/Skeleton';
import { DemoTag, State } from '../parts/Tags';
import { useCommand } from './command';
import { useMe } from './me';

const look = { opened: 'unknown', drafted: 'active', submitted: 'active', disclosed: 'met' } as const;

const statusOf = (year: SubmissionItem) => (year.drafted && year.status === 'opened' ? 'drafted' : year.status);

/** The caller's part of the national list: a body's own parks, a province's, or all of them. */
const scope = (me: Me) => (me.organisation.kind === 'management-body' ? { managementBody: me.organisation.id } : me.province ? { province: me.province } : {});

/** Listed parks with their reported years; a year that waits to be begun has its button here. */
export function ListedParks() {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  const parks = useQuery({ queryKey: ['listed', me?.id], enabled: Boolean(me), queryFn: () => read(registration.GET('/parks', { params: { query: me ? scope(me) : {} } })) });
  const years = useQuery({ queryKey: ['submissions'], queryFn: () => read(submission.GET('/submissions')) });
  const inbox = useQuery({ queryKey: ['inbox', 'submission'], queryFn: () => read(submission.GET('/inbox')) });
  const applications = useQuery({ queryKey: ['applications'], queryFn: () => read(registration.GET('/applications')) });
  if (parks.error) return <Refused problem={parks.error} onReload={() => void parks.refetch()} />;
  if (!parks.data) return <Skeleton lines={4} height={32} />;
  if (parks.data.items.length === 0) return <p className="empty">{t('parks.noneListed')}</p>;
  const mayChange = parks.data.items.some((park) => park.actions.includes('changeBoundary'));
  return (
    <div className="scroll-x" role="group" aria-labelledby="listed" tabIndex={0}>
      <table className="roomy">
        <thead><tr><th scope="col">{t('inbox.park')}</th><th scope="col">{t('parks.province')}</th><th scope="col">{t('parks.batch')}</th><th scope="col">{t('parks.years')}</th>{mayChange && <th scope="col">{t('boundaryChange.actions')}</th>}</tr></thead>
        <tbody>
          {parks.data.items.map((park) => (
            <tr key={park.parkId}>
              <th scope="row"><a href={`/parks/${park.parkId}`} lang="zh-CN">{park.facts.name}</a> {park.facts.demo && <DemoTag />}{me?.organisation.kind === 'management-body' && <Projects application={applications.data?.items.find((item) => item.parkId === park.parkId)?.id} />}</th>
              <td>{provinceName(park.facts.province, i18n.language)}</td>
              <td>{park.batch}</td>
              <td><Years park={park} own={me?.organisation.kind === 'management-body'} years={(years.data?.items ?? []).filter((year) => year.parkId === park.parkId)} waiting={(inbox.data?.items ?? []).filter((item) => item.parkId === park.parkId && item.kind === 'open-year')} /></td>
              {mayChange && <td>{park.actions.includes('changeBoundary') && <Link to={`/desk/parks/${park.parkId}/boundary`}>{t('boundaryChange.change')}<span className="hidden"> {park.facts.name}</span></Link>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Where a park reports on its key projects; one taken over from a published list named none here. */
function Projects({ application }: { application: string | undefined }) {
  const { t } = useTranslation();
  return application ? <p className="small"><Link to={`/desk/applications/${application}`}>{t('keyProject.title')}</Link></p> : null;
}

type YearsProps = { park: ListedPark; own: boolean; years: SubmissionItem[]; waiting: InboxItem[] };

/** Its own running year a park may fill in already, and submit it once it is over. */
function Years({ park, own, years, waiting }: YearsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const running = yearInBeijing();
  const open = useCommand((year: number) => read(submission.POST('/submissions', { body: { parkId: park.parkId, year } })), ['submissions'], ({ id }) => { void navigate(`/desk/submissions/${id}`); });
  return (
    <div className="actions">
      {years.map((year) => <span key={year.id}><Link to={`/desk/submissions/${year.id}`}>{year.year}</Link> <State look={look[statusOf(year)]}>{t(`year.status.${statusOf(year)}`)}</State></span>)}
      {waiting.map((item) => item.year !== null && <Button key={item.id} type="primary" loading={open.isPending} onClick={() => { open.mutate(item.year ?? 0); }}>{t('parks.openYear', { year: item.year })}</Button>)}
      {own && !years.some((year) => year.year === running) && <Button loading={open.isPending} title={t('parks.runningHelp')} onClick={() => { open.mutate(running); }}>{t('parks.openRunning', { year: running })}</Button>}
      {years.length === 0 && waiting.length === 0 && !own && <span className="soft">–</span>}
      {open.error && <Refused problem={open.error} />}
    </div>
  );
}
