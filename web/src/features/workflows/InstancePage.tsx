import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ifMatch, read, workflows } from '../../api/client';
import { fieldId } from '../../api/problem';
import type { ProcessPicture } from '../../api/types';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { useCommand } from '../../desk/command';
import { useMe } from '../../desk/me';
import { titleOf } from '../../lib/bpmn';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { caseLook } from './case-look';
import { CasePicture } from './CasePicture';
import { useDrawings, useLive, usePicture } from './use-picture';
import { useParkNames } from './use-tasks';
import './workflows.css';

/** One case, live on its drawing. */
export function InstancePage() {
  const { id = '' } = useParams();
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
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
      {me?.role === 'operator' && (data.status === 'running' || data.status === 'suspended') && <Rest key={data.version} picture={data} />}
    </DeskPage>
  );
}

/** 挂起/恢复: an operator lets the case rest, and its clocks stand. */
function Rest({ picture }: { picture: ProcessPicture }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const running = picture.status === 'running';
  const act = useCommand(() => {
    const call = { params: { path: { id: picture.id }, header: ifMatch(picture.version) }, body: { reason } };
    return running ? read(workflows.POST('/instances/{id}/suspension', call)) : read(workflows.POST('/instances/{id}/resumption', call));
  }, ['picture', picture.id]);
  return (
    <section className="panel" aria-labelledby="rest">
      <h2 id="rest">{t(running ? 'caseDesk.suspend' : 'caseDesk.resume')}</h2>
      <p className="small soft">{t('caseDesk.restAbout')}</p>
      {act.error && <Refused key={act.failureCount} problem={act.error} />}
      <div className="field"><label htmlFor={fieldId('/reason')}>{t('work.reason')}</label><Input id={fieldId('/reason')} maxLength={1000} value={reason} onChange={(event) => { setReason(event.target.value); }} /></div>
      <Button disabled={reason.trim().length < 2} loading={act.isPending} onClick={() => { act.mutate(undefined); }}>{t(running ? 'caseDesk.suspend' : 'caseDesk.resume')}</Button>
    </section>
  );
}
