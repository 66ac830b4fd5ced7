import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read, submission as api } from '../../api/client';
import { Refused } from '../../parts/Refused';
import { DiffTable } from './DiffTable';

/** What a version changed in the one before it. */
export function VersionDiff({ id, version }: { id: string; version: number }) {
  const { t } = useTranslation();
  const diff = useQuery({
    queryKey: ['submission', id, 'diff', version - 1, version],
    queryFn: () => read(api.GET('/submissions/{id}/versions/{a}/diff/{b}', { params: { path: { id, a: version - 1, b: version } } })),
    staleTime: Infinity,
  });
  if (diff.error) return <Refused problem={diff.error} onReload={() => void diff.refetch()} />;
  return diff.data ? <DiffTable comparison={diff.data} label={t('diff.title', { version: version - 1 })} /> : <p className="soft">{t('diff.loading')}</p>;
}
