import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { read, registration } from '../api/client';
import type { ApplicationItem } from '../api/types';
import { statusLook } from '../features/registration/status';
import { day } from '../lib/date';
import { provinceName } from '../lib/provinces';
import { Refused } from '../parts/Refused';
import { Skeleton } from '../parts/Skeleton';
import { DemoTag, State } from '../parts/Tags';
import { DeskPage } from './DeskPage';
import { ListedParks } from './ListedParks';

/** The parks and applications that the caller has to do with. */
export function MyParks() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['applications'], queryFn: () => read(registration.GET('/applications')) });
  const begin = (
    <>
      {data?.actions.includes('start') && <Link className="button" to="/desk/applications/new">{t('page.applicationNew')}</Link>}
      {data?.actions.includes('publishList') && <Link className="button" to="/desk/lists/new">{t('page.listNew')}</Link>}
    </>
  );
  return (
    <DeskPage title={t('page.myParks')} about={t('parks.about')} aside={begin}>
      <section aria-labelledby="listed">
        <h2 id="listed">{t('parks.listed')}</h2>
        <ListedParks />
      </section>
      <section aria-labelledby="applications">
        <h2 id="applications">{t('parks.applications')}</h2>
        {error && <Refused problem={error} onReload={() => void refetch()} />}
        {!data && !error && <Skeleton lines={4} height={32} />}
        {data?.items.length === 0 && <p className="empty">{t('parks.noApplications')}</p>}
        {data && data.items.length > 0 && <Applications items={data.items} />}
      </section>
    </DeskPage>
  );
}

function Applications({ items }: { items: ApplicationItem[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-labelledby="applications" tabIndex={0}>
      <table className="roomy">
        <thead><tr><th scope="col">{t('inbox.park')}</th><th scope="col">{t('parks.province')}</th><th scope="col">{t('parks.status')}</th><th scope="col">{t('parks.batch')}</th><th scope="col">{t('inbox.since')}</th></tr></thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row"><Link to={`/desk/applications/${item.id}`} lang="zh-CN">{item.name}</Link> {item.demo && <DemoTag />}</th>
              <td>{provinceName(item.province, i18n.language)}</td>
              <td><State look={statusLook[item.status]}>{t(`status.${item.status}`)}</State></td>
              <td>{item.batch ?? '–'}</td>
              <td>{day(item.since, i18n.language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
