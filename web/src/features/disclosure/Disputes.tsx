import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { disclosure, read } from '../../api/client';
import { day } from '../../lib/date';

/** Which figures of the park are disputed, and how each dispute stands. */
export function Disputes({ parkId }: { parkId: string }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({ queryKey: ['disputes', parkId], queryFn: () => read(disclosure.GET('/parks/{id}/disputes', { params: { path: { id: parkId } } })) });
  return (
    <section aria-labelledby="disputes">
      <h2 id="disputes">{t('park.disputes')}</h2>
      {data?.items.length === 0 && <p className="empty">{t('park.disputesEmpty')}</p>}
      <ul className="hashes">
        {data?.items.map((dispute) => (
          <li key={dispute.number}>
            <code>{dispute.number}</code> · {dispute.year} · {t(`figure.name.${dispute.figure.split('.').at(-1) ?? ''}`, { defaultValue: dispute.figure })} · {t(`dispute.state.${dispute.state}`, { defaultValue: dispute.state })} · {day(dispute.at, i18n.language)}
          </li>
        ))}
      </ul>
    </section>
  );
}
