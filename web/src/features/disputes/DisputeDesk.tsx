import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { disputeDesk, read } from '../../api/client';
import type { DeskDispute } from '../../api/types';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { dayAndTime } from '../../lib/date';
import { State } from '../../parts/Tags';
import { DisputeDue, DisputedFigure, DisputeState } from '../disclosure/DisputeState';
import { disputeLook } from '../disclosure/use-disputes';
import { Answer, Ask, Conclude, Erase, Surveil, Triage } from './DisputeActions';

/** One dispute for whoever acts on it: the figure, the words for reviewers alone, what happened, and what is to be done. */
export function DisputeDesk() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['desk-dispute', id], queryFn: () => read(disputeDesk.GET('/desk/disputes/{id}', { params: { path: { id } } })), retry: false });
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;
  const { item } = data.dispute;
  const reload = () => void refetch();
  return (
    <DeskPage title={t('disputeDesk.title', { number: item.number })} about={<><DisputeState dispute={item} />{item.dueOn && <> · <DisputeDue dispute={item} /></>}</>} aside={<a href={`/disputes/${item.number}`}>{t('disputeDesk.publicPage')}</a>}>
      <div className="beside">
        <div className="left">
          <p><span lang="zh-CN">{item.parkName}</span> · <strong><DisputedFigure {...item} /></strong> · <a href={`/parks/${item.parkId}/years/${String(item.year)}`}>{t('disputeDesk.derivation')}</a></p>
          {data.private && <Private id={id} own={data.private} />}
          <Course dispute={data} />
        </div>
        <div className="right">
          {data.actions.includes('triage') && <Triage dispute={data} onReload={reload} />}
          {data.actions.includes('answer') && <Answer dispute={data} onReload={reload} />}
          {data.actions.includes('conclude') && <Conclude dispute={data} onReload={reload} />}
          {data.actions.includes('ask') && <Ask key={data.private?.talk.length ?? 0} dispute={data} onReload={reload} />}
          {data.private && (item.state === 'upheld' || item.state === 'partlyUpheld') && <Surveil dispute={data} />}
        </div>
      </div>
    </DeskPage>
  );
}

function Private({ id, own }: { id: string; own: NonNullable<DeskDispute['private']> }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="private">
      <h2 id="private">{t('disputeDesk.private')}</h2>
      <p className="prose pre" lang="zh-CN">{own.reason ?? t('disputeDesk.erased')}</p>
      {own.evidence && <p className="break">{own.evidence}</p>}
      <p className="soft">{t(own.wordsPublic ? 'disputeDesk.agreed' : 'disputeDesk.notAgreed')} · {own.protected ? t('disputeDesk.protected') : `${t('disputeDesk.contact')}: ${own.contact ?? t('disputeDesk.noContact')}`}</p>
      {own.talk.length > 0 && (
        <>
          <h3>{t('disputeDesk.talk')}</h3>
          <ul style={{ display: 'grid', gap: 8, listStyle: 'none' }}>{own.talk.map((said) => <li key={said.at}><span className="small soft">{t(said.asked ? 'disputeDesk.asked' : 'disputeDesk.said')} · {dayAndTime(said.at, i18n.language)}</span><br /><span className="pre" lang="zh-CN">{said.words}</span></li>)}</ul>
        </>
      )}
      {own.reason !== null && <div><Erase id={id} /></div>}
    </section>
  );
}

function Course({ dispute: { dispute } }: { dispute: DeskDispute }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="course">
      <h2 id="course">{t('disputeDesk.course')}</h2>
      <ol style={{ display: 'grid', gap: 12, listStyle: 'none' }}>
        {dispute.steps.map((step) => (
          <li key={step.eventId}>
            <State look={disputeLook[step.state]}>{t(`disputeState.${step.state}`)}</State> · {dayAndTime(step.at, i18n.language)}{step.by !== 'public' && ` · ${t(`actor.${step.by}`, { defaultValue: step.by })}`}
            {step.text && <p className="prose pre" lang="zh-CN">{step.text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
