import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, submission as api } from '../../api/client';
import type { Submission } from '../../api/types';
import { useCommand } from '../../desk/command';
import { clock } from '../../lib/date';
import { Refused } from '../../parts/Refused';

/** Beside a submitted year: there is a draft that nobody but the park sees. It is continued or thrown away. */
export function PendingDraft({ submission, onContinue, onReload }: { submission: Submission; onContinue: () => void; onReload: () => void }) {
  const { t, i18n } = useTranslation();
  const { modal } = App.useApp();
  const withdraw = useCommand(
    () => read(api.DELETE('/submissions/{id}/draft', { params: { path: { id: submission.id }, header: ifMatch(submission.draftVersion) } })),
    ['submission', submission.id],
  );
  if (!submission.draft || !submission.draftSavedAt) return null;
  return (
    <div className="notice attention">
      {withdraw.error && <Refused key={withdraw.failureCount} problem={withdraw.error} onReload={onReload} />}
      <p>{t('draft.pending', { time: clock(submission.draftSavedAt, i18n.language) })}</p>
      <div className="actions">
        <Button onClick={onContinue}>{t('draft.continue')}</Button>
        <Button danger loading={withdraw.isPending} onClick={() => {
          modal.confirm({ title: t('draft.withdrawAsk'), content: t('draft.withdrawAbout'), okText: t('draft.withdraw'), onOk: () => { withdraw.mutate(undefined); } });
        }}>{t('draft.withdraw')}</Button>
      </div>
    </div>
  );
}
