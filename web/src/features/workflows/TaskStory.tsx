import { useTranslation } from 'react-i18next';
import { useDrawings, usePicture } from './use-picture';
import { VisitList } from './VisitList';

/** What happened in the case so far, step by step, with the reasons that were given. */
export function TaskStory({ instance }: { instance: string }) {
  const { t } = useTranslation();
  const { data } = usePicture(instance);
  const drawings = useDrawings(data?.drawings ?? []);
  if (!data) return null;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('work.history')}</h2>
      <VisitList visits={data.history.filter((visit) => visit.end !== 'passed')} drawings={drawings} empty={t('work.historyNone')} />
    </section>
  );
}
