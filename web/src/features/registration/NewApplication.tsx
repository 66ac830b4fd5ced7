import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { read, registration } from '../../api/client';
import type { Facts } from '../../api/types';
import { useCommand } from '../../desk/command';
import { DeskPage } from '../../desk/DeskPage';
import { FactsForm } from './FactsForm';

/** The first page of an application: the facts. Afterwards come the six chapters, at one's own pace. */
export function NewApplication() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const start = useCommand((body: Facts) => read(registration.POST('/applications', { body })), ['applications'], ({ id }) => {
    void navigate(`/desk/applications/${id}`, { replace: true });
  });
  return (
    <DeskPage title={t('page.applicationNew')} about={t('application.newAbout')}>
      <FactsForm problem={start.error} busy={start.isPending || start.isSuccess} submit={t('application.begin')} onSend={(facts) => { start.mutate(facts); }} />
    </DeskPage>
  );
}
