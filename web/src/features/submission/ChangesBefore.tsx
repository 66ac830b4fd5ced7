import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read, submission as api } from '../../api/client';
import type { Submission } from '../../api/types';
import { Refused } from '../../parts/Refused';
import { DiffTable } from './DiffTable';

/** What submitting the draft would change in the newest version. */
export function ChangesBefore({ submission }: { submission: Submission }) {
  const { t } = useTranslation();
  const diff = useQuery({
    queryKey: ['submission', submission.id, 'diff', 'draft', submission.draftVersion],
    queryFn: () => read(api.GET('/submissions/{id}/draft/diff', { params: { path: { id: submission.id } } })),
  });
  const last = submission.versions.at(-1)?.version ?? 0;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('diff.title', { version: last })}</h2>
      {diff.error && <Refused problem={diff.error} onReload={() => void diff.refetch()} />}
      {diff.data && <DiffTable comparison={diff.data} label={t('diff.title', { version: last })} />}
      {submission.disclosedVersion !== null && <p className="notice attention">{t('diff.restates')}</p>}
    </section>
  );
}
