import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, workflows } from '../../api/client';
import type { ProcessPicture } from '../../api/types';
import { CaseRepair } from './CaseRepair';
import { CaseSigners } from './CaseSigners';
import { CaseTasks } from './CaseTasks';
import { nodeNames } from './use-picture';
import { WithReason } from './WithReason';

const whole = ['suspend', 'resume', 'cancel'] as const;
type Whole = (typeof whole)[number];

/** What the reader may do with the case: urge who has a task (催办), change who signs (加签/减签), let it rest (挂起), repair it. */
export function CaseSteering({ picture, drawings }: { picture: ProcessPicture; drawings: ReadonlyMap<string, string> }) {
  const { i18n } = useTranslation();
  const [told, setTold] = useState<string>();
  const { data } = useQuery({ queryKey: ['picture', picture.id, 'steering'], queryFn: () => read(workflows.GET('/instances/{id}/steering', { params: { path: { id: picture.id } } })) });
  if (!data) return null;
  const names = nodeNames(drawings, i18n.language);
  const offered = whole.filter((act) => data.actions.includes(act));
  const does = { steering: data, names, onDone: setTold };
  return (
    <>
      {told && <p role="status" className="notice">{told}</p>}
      {data.tasks.length > 0 && <CaseTasks {...does} />}
      {data.panels.length > 0 && <CaseSigners {...does} />}
      {data.actions.includes('repair') && <CaseRepair {...does} incidents={picture.incidents} />}
      {offered.length > 0 && <AsWhole id={picture.id} version={data.version} offered={offered} onDone={setTold} />}
    </>
  );
}

/** 挂起/恢复: the case rests and its clocks stand, goes on, or is ended. */
function AsWhole({ id, version, offered, onDone }: { id: string; version: number; offered: readonly Whole[]; onDone: (told: string) => void }) {
  const { t } = useTranslation();
  const [act, setAct] = useState<Whole>();
  const send = (chosen: Whole, reason: string) => {
    const call = { params: { path: { id }, header: ifMatch(version) }, body: { reason } };
    if (chosen === 'cancel') return read(workflows.POST('/instances/{id}/cancellation', call));
    return chosen === 'suspend' ? read(workflows.POST('/instances/{id}/suspension', call)) : read(workflows.POST('/instances/{id}/resumption', call));
  };
  return (
    <section className="panel" aria-labelledby="whole">
      <h2 id="whole">{t('steer.whole')}</h2>
      <div className="actions">{offered.map((each) => <Button key={each} aria-expanded={act === each} onClick={() => { setAct(act === each ? undefined : each); }}>{t(`steer.${each}`)}</Button>)}</div>
      {act && offered.includes(act) && (
        <WithReason key={act} name={act} explain={t(`steer.about.${act}`)} label={t('steer.confirm', { act: t(`steer.${act}`) })} reads={['picture', id]}
          send={(reason) => send(act, reason)} onDone={() => { setAct(undefined); onDone(t(`steer.did.${act}`)); }} />
      )}
    </section>
  );
}
