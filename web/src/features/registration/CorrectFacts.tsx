import { useTranslation } from 'react-i18next';
import { ifMatch, read, registration } from '../../api/client';
import type { Application, Facts } from '../../api/types';
import { useCommand } from '../../desk/command';
import { DeskPage } from '../../desk/DeskPage';
import { factsToType } from './facts-form';
import { FactsForm } from './FactsForm';

/** Corrects the facts while the application is with the park. */
export function CorrectFacts({ application, onBack, onReload }: { application: Application; onBack: () => void; onReload: () => void }) {
  const { t } = useTranslation();
  const correct = useCommand((body: Facts) => read(registration.PUT('/applications/{id}/facts', {
    params: { path: { id: application.id }, header: ifMatch(application.version) }, body,
  })), ['application', application.id], onBack);
  return (
    <DeskPage title={t('application.facts')} about={application.park.name}>
      <FactsForm initial={factsToType(application.park)} problem={correct.error} busy={correct.isPending || correct.isSuccess} submit={t('desk.save')}
        onSend={(facts) => { correct.mutate(facts); }} onCancel={onBack} onReload={onReload} />
    </DeskPage>
  );
}
