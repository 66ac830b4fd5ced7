import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read, workflows } from '../../api/client';
import { day } from '../../lib/date';
import { periodSource } from '../../lib/bpmn';
import { useDrawings, usePicture } from './use-picture';

/** Why a task is due on its day: its period, the days that do not count, the rule and where the period comes from. */
export function Deadline({ id, instance, process, node, open = false }: { id: string; instance: string; process: string; node: string; open?: boolean }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({ queryKey: ['deadline', id], queryFn: () => read(workflows.GET('/tasks/{id}/deadline', { params: { path: { id } } })) });
  const picture = usePicture(instance);
  const drawings = useDrawings(picture.data?.drawings ?? []);
  if (!data?.last) return null;
  const said = (date: string) => day(date, i18n.language);
  const period = /^P(\d+)WD$/.exec(data.period ?? '')?.[1];
  const source = periodSource(drawings.get(process) ?? '', node);
  const skipped = data.days.filter((each) => each.kind === 'weekend' || each.kind === 'holiday');
  const madeUp = data.days.filter((each) => each.kind === 'madeUp');
  return (
    <details className="panel bare why" open={open}>
      <summary>{t('work.why')}</summary>
      <p>{period !== undefined && data.workingDays !== null
        ? t('work.whyWorking', { period, first: said(data.first), last: said(data.last), count: data.workingDays })
        : t('work.whyOther', { period: data.period ?? '', first: said(data.first), last: said(data.last) })}</p>
      {period !== undefined && data.workingDays !== null && data.workingDays > Number(period) && <p>{t('work.whyRested')}</p>}
      {skipped.length > 0 && <p>{t('work.whySkipped')}: {skipped.map((each) => `${said(each.day)} (${t(`work.${each.kind}`)})`).join(' · ')}</p>}
      {madeUp.length > 0 && <p>{t('work.whyMadeUp')}: {madeUp.map((each) => said(each.day)).join(' · ')}</p>}
      {data.days.some((each) => each.expected) && <p>{t('work.whyExpected')}</p>}
      {source && <p>{t('work.source')}: <span lang="en">{source}</span></p>}
      <p className="small soft">{t('work.whyLaw', { calendar: data.calendar })}</p>
    </details>
  );
}
