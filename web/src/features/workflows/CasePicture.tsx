import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PicturedNode, ProcessPicture, WaitingTime } from '../../api/types';
import { nodesOf, titleOf } from '../../lib/bpmn';
import { day } from '../../lib/date';
import { Drawing } from '../../parts/Drawing';
import { DrawingTable } from '../../parts/DrawingTable';
import { OnRequest } from '../../parts/OnRequest';
import { Skeleton } from '../../parts/Skeleton';
import { lastDay } from './due';
import { marksOf } from './use-picture';
import { usualTime } from './usual-time';
import { VisitList } from './VisitList';

/** A case on its drawings, one at a time; choosing a node shows what happened there. */
export function CasePicture({ picture, drawings, waiting }: { picture: ProcessPicture; drawings: ReadonlyMap<string, string>; waiting?: readonly WaitingTime[] }) {
  const { t, i18n } = useTranslation();
  const [at, setAt] = useState(() => picture.nodes.filter((node) => node.open > 0).at(-1)?.process ?? picture.process);
  const [chosen, setChosen] = useState<string>();
  const xml = drawings.get(at);
  const marks = useMemo(() => {
    const about = (node: PicturedNode) => [
      node.since && t('case.since', { day: day(node.since, i18n.language) }), node.due && t('case.due', { day: lastDay(node.due, i18n.language) }),
      node.roles.length > 0 && node.roles.map((role) => t(`visit.role.${role}`, { defaultValue: role })).join(' · '),
    ].filter(Boolean).join(' · ') || undefined;
    return marksOf(picture.nodes, at, about);
  }, [picture, at, t, i18n.language]);
  const usual = waiting && new Map(waiting.filter((each) => each.process === at).map((each) => [each.node, t('case.usual', { time: usualTime(each.medianDays, t), finished: each.finished })]));
  const visits = picture.history.filter((visit) => visit.process === at && visit.node === chosen);
  const stuck = picture.incidents.filter((incident) => incident.process === at);
  const name = xml && chosen ? nodesOf(xml, i18n.language).find((node) => node.id === chosen)?.name : undefined;
  return (
    <>
      {picture.drawings.length > 1 && (
        <div className="segmented" role="group" aria-label={t('case.drawings')}>
          {picture.drawings.map(({ process }) => <button key={process} type="button" aria-pressed={process === at} onClick={() => { setAt(process); setChosen(undefined); }}>{titleOf(drawings.get(process) ?? '', i18n.language) || process}</button>)}
        </div>
      )}
      {stuck.map((incident) => <p key={incident.number} className="notice attention">{i18n.language.startsWith('zh') ? incident.message.zh : incident.message.en}</p>)}
      {xml
        ? <div className="drawn"><OnRequest ask={t('drawing.show')}><Drawing xml={xml} marks={marks} chosen={chosen} onChoose={setChosen} /></OnRequest><DrawingTable xml={xml} marks={marks} chosen={chosen} onChoose={setChosen} {...(usual && { usual })} /></div>
        : <Skeleton height={360} />}
      <section aria-labelledby="node-story" aria-live="polite">
        <h2 id="node-story">{name ? t('case.nodeStory', { name }) : t('case.story')}</h2>
        <VisitList visits={chosen ? visits : picture.history.filter((visit) => visit.end !== 'passed')} drawings={drawings} empty={t('case.nothingThere')} />
      </section>
    </>
  );
}
