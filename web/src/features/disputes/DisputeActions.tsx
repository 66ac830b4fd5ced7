import { Button, Input, Popconfirm, Radio } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { disputeDesk, ifMatch, read, workflows } from '../../api/client';
import { explainField, fieldId, Problem } from '../../api/problem';
import type { DeskDispute } from '../../api/types';
import { useCommand } from '../../desk/command';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';

type Act = { dispute: DeskDispute; onReload: () => void };
type Outcome = 'upheld' | 'partlyUpheld' | 'notUpheld';
type Respondent = 'park' | 'body';

const at = ({ id, version }: DeskDispute) => ({ path: { id }, header: ifMatch(version) });

/** Whether it is taken up, and who answers. */
export function Triage({ dispute, onReload }: Act) {
  const { t } = useTranslation();
  const [takenUp, setTakenUp] = useState<boolean>();
  const [respondent, setRespondent] = useState<Respondent>(dispute.dispute.item.figure.startsWith('verified.') ? 'body' : 'park');
  const send = useCommand((reasons: string) => read(disputeDesk.POST('/disputes/{id}/triage', { params: at(dispute), body: { takenUp: takenUp ?? false, reasons, ...(takenUp && { respondent }) } })), ['desk-dispute', dispute.id]);
  return (
    <Panel id="triage" title={t('disputeDesk.triage')} label={t(takenUp === false ? 'disputeDesk.reasonsDecline' : 'disputeDesk.reasonsTakeUp')} field="/reasons" button={t('disputeDesk.triageSend')} chosen={takenUp !== undefined} send={send} onReload={onReload}>
      <Radio.Group aria-labelledby="triage" value={takenUp} onChange={(event) => { setTakenUp(event.target.value as boolean); }} style={{ display: 'grid', gap: 8 }} options={[{ value: true, label: t('disputeDesk.takeUp') }, { value: false, label: t('disputeDesk.decline') }]} />
      {takenUp && (
        <div role="group" aria-labelledby="respondent">
          <p id="respondent">{t('disputeDesk.respondent')}</p>
          <Radio.Group aria-labelledby="respondent" value={respondent} onChange={(event) => { setRespondent(event.target.value as Respondent); }} options={(['body', 'park'] as const).map((value) => ({ value, label: t(`disputeRespondent.${value}`) }))} />
        </div>
      )}
    </Panel>
  );
}

/** What the park or the body says in public. */
export function Answer({ dispute, onReload }: Act) {
  const { t } = useTranslation();
  const send = useCommand((text: string) => read(disputeDesk.POST('/disputes/{id}/answer', { params: at(dispute), body: { text } })), ['desk-dispute', dispute.id]);
  return <Panel id="answer" title={t('task.answer-dispute')} label={t('disputeDesk.answer')} field="/text" button={t('disputeDesk.answerSend')} chosen send={send} onReload={onReload} />;
}

/** Upheld, partly, or not. */
export function Conclude({ dispute, onReload }: Act) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>();
  const send = useCommand((reasons: string) => read(disputeDesk.POST('/disputes/{id}/conclusion', { params: at(dispute), body: { outcome: outcome ?? 'notUpheld', reasons } })), ['desk-dispute', dispute.id]);
  return (
    <Panel id="conclude" title={t('disputeDesk.conclude')} label={t('disputeDesk.reasons')} field="/reasons" button={t('disputeDesk.concludeSend')} chosen={outcome !== undefined} send={send} onReload={onReload}>
      <Radio.Group aria-labelledby="conclude" value={outcome} onChange={(event) => { setOutcome(event.target.value as Outcome); }} style={{ display: 'grid', gap: 8 }} options={(['upheld', 'partlyUpheld', 'notUpheld'] as const).map((value) => ({ value, label: t(`disputeState.${value}`) }))} />
    </Panel>
  );
}

/** A question to whoever came the protected way. */
export function Ask({ dispute, onReload }: Act) {
  const { t } = useTranslation();
  const send = useCommand((text: string) => read(disputeDesk.POST('/disputes/{id}/questions', { params: { path: { id: dispute.id } }, body: { text } })), ['desk-dispute', dispute.id]);
  return <Panel id="ask" title={t('disputeDesk.ask')} label={t('disputeDesk.question')} field="/text" button={t('disputeDesk.askSend')} chosen send={send} onReload={onReload} isPrivate />;
}

/** Forgets the words of whoever raised it, for good: because they ask for it, or because they name somebody. */
export function Erase({ id }: { id: string }) {
  const { t } = useTranslation();
  const send = useCommand(() => read(disputeDesk.POST('/disputes/{id}/erasure', { params: { path: { id } } })), ['desk-dispute', id]);
  return (
    <>
      {send.error && <Refused key={send.failureCount} problem={send.error} />}
      <Popconfirm title={t('disputeDesk.eraseWhat')} okText={t('disputeDesk.erase')} cancelText={t('clients.cancel')} onConfirm={() => { send.mutate(undefined); }} styles={{ root: { maxWidth: 320 } }}><Button loading={send.isPending}>{t('disputeDesk.erase')}</Button></Popconfirm>
    </>
  );
}

/** An upheld dispute may be the cause of surveillance; whoever concluded it decides that too. */
export function Surveil({ dispute: { dispute: { item, steps } } }: { dispute: DeskDispute }) {
  const { t } = useTranslation();
  const reasons = t('disputeDesk.surveilReason', { number: item.number, reasons: steps.at(-1)?.text ?? '' }).slice(0, 4000);
  const send = useCommand(() => read(workflows.POST('/announcements', { body: { message: 'surveillance-cause', park: item.parkId, reasons } })), ['cases']);
  return (
    <section className="panel" aria-labelledby="surveil">
      <h2 id="surveil">{t('disputeDesk.surveil')}</h2>
      {send.error && <Refused key={send.failureCount} problem={send.error} />}
      <p>{t('disputeDesk.surveilWhat')}</p>
      {send.isSuccess ? <p role="status">{t('disputeDesk.surveilled')}</p> : <Button loading={send.isPending} onClick={() => { send.mutate(undefined); }}>{t('disputeDesk.surveil')}</Button>}
    </section>
  );
}

type PanelProps = {
  id: string; title: string; label: string; field: string; button: string; chosen: boolean; isPrivate?: boolean; children?: ReactNode; onReload: () => void;
  send: { mutate: (words: string) => void; isPending: boolean; isSuccess: boolean; error: unknown; failureCount: number };
};

/** A choice, if any, and words; what is wrong stands at its field. */
function Panel({ id, title, label, field, button, chosen, isPrivate, children, onReload, send }: PanelProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  useUnsaved(words !== '' && !send.isPending && !send.isSuccess);
  const short = words.trim().length < 2;
  const told = send.error instanceof Problem ? send.error.errors[0] : undefined;
  const wrong = tried && short ? t('disputeDesk.mustWrite') : told && explainField(told, t);
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {send.error !== null && <Refused key={send.failureCount} problem={send.error} onReload={onReload} idOf={() => fieldId(field)} />}
      {children}
      {tried && !chosen && <p className="field-error">{t('disputeDesk.mustChoose')}</p>}
      <div className="field">
        <label htmlFor={fieldId(field)}>{label}</label>
        <Input.TextArea id={fieldId(field)} rows={4} maxLength={4000} value={words} status={wrong ? 'error' : ''} onChange={(event) => { setWords(event.target.value); }} />
        {wrong && <p className="field-error">{wrong}</p>}
      </div>
      {!isPrivate && <p className="small soft">{t('disputeDesk.publicHint')}</p>}
      <Button type="primary" loading={send.isPending} onClick={() => { setTried(true); if (chosen && !short) send.mutate(words.trim()); }}>{button}</Button>
    </section>
  );
}
