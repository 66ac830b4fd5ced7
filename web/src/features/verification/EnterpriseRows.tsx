import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read, submission } from '../../api/client';
import type { ActivityData } from '../../api/types';
import { Refused } from '../../parts/Refused';
import { DataTables } from '../submission/DataTables';

/** What single enterprises contributed to the version under verification: confidential, for the engaged body alone. */
export function EnterpriseRows({ id, verification }: { id: string; verification: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['enterprises', verification],
    queryFn: () => read(submission.GET('/submissions/{id}/verifications/{verification}/enterprises', { params: { path: { id, verification } } })),
  });
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data?.reported) return null;
  return (
    <section aria-labelledby="enterprises">
      <h2 id="enterprises">{t('section.enterprises')}</h2>
      <p className="soft">{t('verification.enterprises')}</p>
      {data.reported.enterprises.map((enterprise) => (
        <details key={enterprise.id}>
          <summary>{enterprise.name}{enterprise.creditCode && <span className="soft"> {enterprise.creditCode}</span>}</summary>
          <DataTables data={{ ...enterprise.data, year: data.reported?.own.year } as ActivityData} only="filled" />
        </details>
      ))}
    </section>
  );
}
