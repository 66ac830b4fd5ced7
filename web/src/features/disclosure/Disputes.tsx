import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../lib/date';
import { DisputeDue, DisputedFigure, DisputeState } from './DisputeState';
import { useDisputes } from './use-disputes';

/** Which figures of the park are disputed, and how each dispute stands. */
export function Disputes({ parkId }: { parkId: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useDisputes(parkId);
  return (
    <section aria-labelledby="disputes">
      <h2 id="disputes">{t('park.disputes')}</h2>
      {data?.items.length === 0 && <p className="empty">{t('park.disputesEmpty')}</p>}
      <ul className="hashes">
        {data?.items.map((dispute) => (
          <li key={dispute.number}>
            <Link to={`/disputes/${dispute.number}`}>{dispute.number}</Link> · <DisputedFigure {...dispute} /> · {day(dispute.at, i18n.language)}
            <br /><DisputeState dispute={dispute} />{dispute.dueOn && <> · <DisputeDue dispute={dispute} /></>}
          </li>
        ))}
      </ul>
    </section>
  );
}
