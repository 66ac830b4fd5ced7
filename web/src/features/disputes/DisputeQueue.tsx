import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { disputeDesk, read } from '../../api/client';
import { DeskPage } from '../../desk/DeskPage';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { DisputeDue, DisputedFigure, DisputeState } from '../disclosure/DisputeState';

/** Open disputes that the caller has to do with, first due first. */
export function DisputeQueue() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['desk-disputes'], queryFn: () => read(disputeDesk.GET('/desk/disputes')) });
  return (
    <DeskPage title={t('page.deskDisputes')} about={t('disputeDesk.about')}>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} height={32} />}
      {data?.items.length === 0 && <p className="empty">{t('disputeDesk.empty')}</p>}
      {data && data.items.length > 0 && (
        <div className="scroll-x" role="group" aria-label={t('page.deskDisputes')} tabIndex={0}>
          <table className="roomy">
            <thead><tr><th scope="col">{t('page.dispute')}</th><th scope="col">{t('inbox.park')}</th><th scope="col">{t('inbox.what')}</th><th scope="col">{t('disputeDesk.waits')}</th><th scope="col">{t('disputeDesk.due')}</th></tr></thead>
            <tbody>
              {data.items.map(({ id, item, waits }) => (
                <tr key={id}>
                  <th scope="row"><Link to={`/desk/disputes/${id}`}>{item.number}</Link></th>
                  <td lang="zh-CN">{item.parkName}</td>
                  <td><DisputedFigure {...item} /></td>
                  <td>{waits ? t(`task.${waits}`) : <DisputeState dispute={item} />}</td>
                  <td><DisputeDue dispute={item} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </DeskPage>
  );
}
