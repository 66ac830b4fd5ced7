import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { processes, read } from '../../api/client';
import { Problem } from '../../api/problem';
import { titleOf } from '../../lib/bpmn';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { State } from '../../parts/Tags';
import { NotFound } from '../../public/NotFound';
import { usePark } from '../disclosure/park-data';
import { CasePicture } from './CasePicture';
import { caseLook } from './case-look';
import { useDrawings } from './use-picture';
import './park-process.css';

/** Where the cases of a park stand, for everybody: which step, which level, until when; no names, no opinions. */
export function ParkProcess() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const { data: park } = usePark(id);
  const { data: answer, error, refetch } = useQuery({ queryKey: ['park-processes', id], queryFn: () => read(processes.GET('/parks/{id}/processes', { params: { path: { id } } })), refetchInterval: 30_000 });
  const drawn = useDrawings((answer?.items ?? []).flatMap((each) => each.drawings));
  // Drawn piece by piece, so that the reader can scroll and click meanwhile.
  const [data, drawings] = [useDeferredValue(answer), useDeferredValue(drawn)];
  const [at, setAt] = useState<string>();
  if (error instanceof Problem && (error.isNotFound || error.status === 422)) return <NotFound />;
  const shown = data?.items.find((each) => each.id === at) ?? data?.items[0];
  return (
    <article className="park-process">
      <header><h1>{park ? `${park.name} · ${t('page.parkProcess')}` : t('page.parkProcess')}</h1><p className="soft">{t('parkProcess.about')}</p><p><Link to={`/parks/${id}`}>{t('parkProcess.back')}</Link></p></header>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} height={40} />}
      {data?.items.length === 0 && <p className="empty">{t('parkProcess.none')}</p>}
      {data && data.items.length > 0 && (
        <ul className="case-list">
          {data.items.map((each) => (
            <li key={each.id} aria-current={each.id === shown?.id ? 'true' : undefined}>
              <button type="button" className="link" aria-pressed={each.id === shown?.id} onClick={() => { setAt(each.id); }}>{titleOf(drawings.get(each.process) ?? '', i18n.language) || each.process}{each.businessKey?.includes('/') && ` ${each.businessKey.split('/')[1] ?? ''}`}</button>
              <State look={caseLook[each.status]}>{t(`case.${each.status}`)}</State>
              <span className="small soft">{t('case.started', { day: day(each.started, i18n.language) })}</span>
            </li>
          ))}
        </ul>
      )}
      {shown && <CasePicture key={shown.id} picture={shown} drawings={drawings} waiting={data?.waiting ?? []} />}
      {shown && <p className="small soft">{t('parkProcess.waiting')}</p>}
    </article>
  );
}
