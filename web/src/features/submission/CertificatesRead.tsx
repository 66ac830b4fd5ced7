import { useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, submission as api } from '../../api/client';
import type { ActivityData, NamedLine } from '../../api/types';
import { day } from '../../lib/date';
import { exact } from '../../lib/decimal';
import { Refused } from '../../parts/Refused';
import { CertificateTotals } from './CertificateTotals';

const perPage = 20;

/** The certificates of a submitted version, or of the draft, for reading. */
export function CertificatesRead({ id, version, data }: { id: string; version?: number; data: ActivityData }) {
  const { t } = useTranslation();
  const { data: list, error, refetch } = useQuery({
    queryKey: ['certificates', id, version ?? 'draft'],
    queryFn: () => read(api.GET('/submissions/{id}/certificates', { params: { path: { id }, ...(version !== undefined && { query: { version } }) } })),
  });
  return (
    <section aria-labelledby="certificates">
      <h2 id="certificates">{t('section.certificates')}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {list && <CertificateTotals lines={list.items} data={data} />}
      {list && (list.items.length === 0 ? <p className="soft">{t('certificate.noneNamed')}</p> : <Ranges items={list.items} />)}
    </section>
  );
}

function Ranges({ items }: { items: NamedLine[] }) {
  const { t, i18n } = useTranslation();
  const [page, setPage] = useState(1);
  return (
    <>
      <div className="scroll-x" role="group" aria-label={t('section.certificates')} tabIndex={0}>
        <table className="roomy">
          <caption className="hidden">{t('section.certificates')}</caption>
          <thead><tr><th scope="col">{t('certificate.numbers')}</th><th scope="col" className="number">MWh</th><th scope="col">{t('certificate.kind')}</th><th scope="col">{t('certificate.source')}</th><th scope="col">{t('certificate.productionMonth')}</th><th scope="col">{t('certificate.cancelledOn')}</th><th scope="col">{t('certificate.beneficiary')}</th></tr></thead>
          <tbody>
            {items.slice((page - 1) * perPage, page * perPage).map((line) => (
              <tr key={line.first}>
                <th scope="row" className="hash">{line.first}{line.last !== line.first && <><br />– {line.last}</>}</th>
                <td className="number">{exact(String(line.count))}</td>
                <td>{t(`code.certificateKind.${line.kind}`)}</td>
                <td>{t(`code.energySource.${line.source}`)}</td>
                <td className="years">{line.productionMonth}</td>
                <td className="years">{day(line.cancelledOn, i18n.language)}</td>
                <td>{line.beneficiary}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {items.length > perPage && <Pagination current={page} pageSize={perPage} total={items.length} showSizeChanger={false} onChange={setPage} />}
    </>
  );
}
