import { Button, Checkbox, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, verification as api } from '../../api/client';
import type { ActivityData, Verification, YearDraft } from '../../api/types';
import { fieldId } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import { tidy } from '../submission/activity';
import { LivePanel } from '../submission/LivePanel';
import { type FormSection } from '../submission/sections';
import { useAtTotal, useLiveResult } from '../submission/use-live-result';
import { YearEditor } from '../submission/YearEditor';

const opinions = ['unmodified', 'modified', 'adverse', 'disclaimer'] as const;
const assurances = ['reasonable', 'limited'] as const;

/** The lead verifier signs: opinion, assurance, the text, and the verified values where they differ from the submitted ones. */
export function SignStatement({ verification, onReload }: { verification: Verification; onReload: () => void }) {
  const { t } = useTranslation();
  const [opinion, setOpinion] = useState<(typeof opinions)[number]>('unmodified');
  const [assurance, setAssurance] = useState<(typeof assurances)[number]>('reasonable');
  const [text, setText] = useState('');
  const [verified, setVerified] = useState<ActivityData>();
  const [editing, setEditing] = useState(false);
  const [sure, setSure] = useState(false);
  const sign = useCommand(() => read(api.POST('/verifications/{id}/statement', {
    params: { path: { id: verification.id }, header: ifMatch(verification.version) },
    body: { opinion, assurance, text: text.trim(), ...(verified && { data: tidy(verified).sent }) },
  })), ['verification', verification.id]);
  useUnsaved((text !== '' || verified !== undefined) && !sign.isPending && !sign.isSuccess);
  return (
    <section className="panel" aria-labelledby="sign">
      <h2 id="sign">{t('verification.sign')}</h2>
      {sign.error && <Refused key={sign.failureCount} problem={sign.error} onReload={onReload} />}
      <div><p id="opinion" className="small soft">{t('verification.opinion')}</p>
        <Radio.Group aria-labelledby="opinion" value={opinion} onChange={(event) => { setOpinion(event.target.value as typeof opinion); }} options={opinions.map((value) => ({ value, label: t(`opinion.${value}`) }))} /></div>
      <div><p id="assurance" className="small soft">{t('verification.assurance')}</p>
        <Radio.Group aria-labelledby="assurance" value={assurance} onChange={(event) => { setAssurance(event.target.value as typeof assurance); }} options={assurances.map((value) => ({ value, label: t(`assurance.${value}`) }))} /></div>
      <div><p className="small soft">{t('verification.values')}</p>
        <p>{t(verified ? 'verification.corrected' : 'verification.asSubmitted')}</p>
        <div className="actions"><Button onClick={() => { setVerified(verified ?? verification.data); setEditing(true); }}>{t('verification.correct')}</Button>{verified && <Button type="link" onClick={() => { setVerified(undefined); }}>{t('verification.takeSubmitted')}</Button>}</div></div>
      <div className="field"><label htmlFor={fieldId('/text')}>{t('verification.statementText')}</label><Input.TextArea id={fieldId('/text')} rows={5} maxLength={8000} value={text} onChange={(event) => { setText(event.target.value); }} /></div>
      <Checkbox checked={sure} onChange={(event) => { setSure(event.target.checked); }}>{t('verification.sure')}</Checkbox>
      <div><Button type="primary" disabled={!sure || !text.trim()} loading={sign.isPending} onClick={() => { sign.mutate(undefined); }}>{t('verification.signDo')}</Button></div>
      <Modal open={editing} onCancel={() => { setEditing(false); }} width="min(1200px, 100vw)" footer={<Button type="primary" onClick={() => { setEditing(false); }}>{t('verification.takeThese')}</Button>} title={t('verification.correct')} destroyOnHidden>
        {editing && verified && <CorrectValues data={verified} onChange={(make) => { setVerified((now) => now && make(now)); }} />}
      </Modal>
    </section>
  );
}

function CorrectValues({ data, onChange }: { data: ActivityData; onChange: (make: (data: YearDraft) => YearDraft) => void }) {
  const [section, setSection] = useState<FormSection>('fuels');
  const live = useLiveResult(data);
  const problems = useAtTotal(data, live.problems);
  return (
    <div className="beside">
      <div className="left"><YearEditor data={data} result={live.result} onChange={onChange} problems={problems} section={section} onSection={setSection} /></div>
      <div className="right"><LivePanel result={live.result} stale={live.stale} problems={problems} onGoTo={setSection} /></div>
    </div>
  );
}
