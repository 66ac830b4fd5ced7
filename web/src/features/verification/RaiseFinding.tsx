import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, verification as api } from '../../api/client';
import type { FindingKind, Verification } from '../../api/types';
import { fieldId } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import { LinePicker } from './LinePicker';

/** The leader's page also holds the statement with a text of its own. */
const idOf = (pointer: string) => fieldId(`/finding${pointer}`);

const kinds: FindingKind[] = ['car', 'cl', 'far', 'observation'];

/** A verifier records something: what kind, where in the data, in what words. */
export function RaiseFinding({ verification, onReload }: { verification: Verification; onReload: () => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<FindingKind>('car');
  const [text, setText] = useState('');
  const [pointer, setPointer] = useState<string>();
  const raise = useCommand(() => read(api.POST('/verifications/{id}/findings', {
    params: { path: { id: verification.id }, header: ifMatch(verification.version) }, body: { kind, text: text.trim(), ...(pointer && { pointer }) },
  })), ['verification', verification.id], () => { setText(''); setPointer(undefined); });
  useUnsaved(text !== '' && !raise.isPending);
  return (
    <div className="panel">
      <h3 id="raise">{t('verification.raise')}</h3>
      {raise.error && <Refused key={raise.failureCount} problem={raise.error} onReload={onReload} idOf={idOf} />}
      <Radio.Group aria-labelledby="raise" value={kind} onChange={(event) => { setKind(event.target.value as FindingKind); }} options={kinds.map((value) => ({ value, label: t(`finding.${value}`) }))} />
      <p className="small soft">{t(`findingHelp.${kind}`)}</p>
      <LinePicker id={idOf('/pointer')} data={verification.data} value={pointer} onChange={setPointer} />
      <div className="field"><label htmlFor={idOf('/text')}>{t('verification.text')}</label><Input.TextArea id={idOf('/text')} rows={4} maxLength={4000} value={text} onChange={(event) => { setText(event.target.value); }} /></div>
      <div><Button type="primary" loading={raise.isPending} disabled={!text.trim()} onClick={() => { raise.mutate(undefined); }}>{t('verification.raiseDo')}</Button></div>
    </div>
  );
}
