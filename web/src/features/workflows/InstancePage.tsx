import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { titleOf } from '../../lib/bpmn';
import { day } from '../../lib/date';
import { State } from '../../parts/Tags';
import { caseLook } from './case-look';
import { CasePicture } from './CasePicture';
import { CaseSteering } from './CaseSteering';
import { useDrawings, useLive, usePicture } from './use-picture';
import { useParkNames } from './use-tasks';
import './workflows.css';

/** One case, live on its drawing. */
export function InstancePage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const { names, known } = useParkNames();
  const live = useLive(id);
  const { data, error, refetch } = usePicture(id);
  const drawings = useDrawings(data?.drawings ?? []);
  if (!data || !known) return <Awaited error={error} onReload={() => void refetch()} />;

  const park = data.park ? names.get(data.park) : undefined;
  const title = titleOf(drawings.get(data.process) ?? '', i18n.language) || data.process;
  return (
    <DeskPage title={park ? `${title} · ${park}` : title} about={(
      <span className="case-facts">
        <State look={caseLook[data.status]}>{t(`case.${data.status}`)}</State>
        <span>{t('case.started', { day: day(data.started, i18n.language) })}</span>
        {data.ended && <span>{t('case.ended', { day: day(data.ended, i18n.language) })}</span>}
        {!data.ended && <span role="status">{live ? t('caseDesk.live') : t('caseDesk.notLive')}</span>}
      </span>
    )}>
      <CasePicture picture={data} drawings={drawings} />
      {!data.ended && <CaseSteering picture={data} drawings={drawings} />}
    </DeskPage>
  );
}
