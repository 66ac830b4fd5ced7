import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, verification as api } from '../../api/client';
import type { Finding, FindingKind, Verification } from '../../api/types';
import { useCommand } from '../../desk/command';
import { useUnsaved } from '../../desk/unsaved';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { useLineNames } from './LinePicker';
import { RaiseFinding } from './RaiseFinding';

const look = { open: 'attention', answered: 'active', closed: 'met' } as const;

/** What the verifier found, what the park answered, how it was closed. */
export function Findings({ verification, onReload }: { verification: Verification; onReload: () => void }) {
  const { t, i18n } = useTranslation();
  const [kind, setKind] = useState<FindingKind | 'all'>('all');
  const lines = useLineNames(verification.data);
  const shown = verification.findings.filter((finding) => kind === 'all' || finding.kind === kind);
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">{t('verification.findings')}</h2>
      {verification.findings.length > 1 && (
        <div className="actions">
          <label htmlFor="finding-kind">{t('verification.show')}</label>
          <Select id="finding-kind" value={kind} style={{ minWidth: 200 }} onChange={setKind} options={[{ value: 'all', label: t('verification.all') }, ...(['car', 'cl', 'far', 'observation'] as const).map((value) => ({ value, label: t(`finding.${value}`) }))]} />
        </div>
      )}
      {verification.findings.length === 0 && <p className="empty">{t('verification.noFindings')}</p>}
      <ol className="findings">
        {shown.map((finding) => (
          <li key={finding.number}>
            <h3>{finding.number}. {t(`finding.${finding.kind}`)} <State look={look[finding.status]}>{t(`verification.finding.${finding.status}`)}</State></h3>
            <p className="prose" lang="zh-CN">{finding.text}</p>
            {finding.pointer && <p className="small soft">{t('verification.at')} {lines.find((line) => finding.pointer?.startsWith(line.value))?.label ?? <code>{finding.pointer}</code>}</p>}
            {finding.status === 'open' && <p className="small soft">{t('verification.answerBy', { day: day(finding.answerBy, i18n.language) })}</p>}
            {finding.notes.map((note) => <p key={note.at}><strong>{t(`verification.note.${note.kind}`)}</strong> <span className="small soft">{day(note.at, i18n.language)}</span><br /><span className="prose" lang="zh-CN">{note.text}</span></p>)}
            {finding.actions.includes('answerFinding') && <Reply key={`answer-${String(finding.number)}`} verification={verification} finding={finding} command="answer" onReload={onReload} />}
            {finding.actions.includes('closeFinding') && <Reply key={`closing-${String(finding.number)}`} verification={verification} finding={finding} command="closing" onReload={onReload} />}
            {finding.actions.includes('returnFinding') && <Reply key={`return-${String(finding.number)}`} verification={verification} finding={finding} command="return" onReload={onReload} />}
          </li>
        ))}
      </ol>
      {verification.actions.includes('raiseFinding') && <RaiseFinding verification={verification} onReload={onReload} />}
    </section>
  );
}

type ReplyProps = { verification: Verification; finding: Finding; command: 'answer' | 'closing' | 'return'; onReload: () => void };

/** The park's answer to a finding, or the verifier's word that closes it. */
function Reply({ verification, finding, command, onReload }: ReplyProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const params = { path: { id: verification.id, number: finding.number }, header: ifMatch(verification.version) };
  const reply = useCommand((text: string) => {
    if (command === 'answer') return read(api.POST('/verifications/{id}/findings/{number}/answer', { params, body: { text } }));
    if (command === 'return') return read(api.POST('/verifications/{id}/findings/{number}/return', { params, body: { text } }));
    return read(api.POST('/verifications/{id}/findings/{number}/closing', { params, body: { text } }));
  }, ['verification', verification.id], () => { setText(''); });
  useUnsaved(text !== '' && !reply.isPending);
  const id = `${command}-${String(finding.number)}`;
  return (
    <div className="panel bare">
      {reply.error && <Refused key={reply.failureCount} problem={reply.error} onReload={onReload} />}
      <div className="field"><label htmlFor={id}>{t(`verification.write.${command}`)}</label><Input.TextArea id={id} rows={3} maxLength={4000} value={text} onChange={(event) => { setText(event.target.value); }} /></div>
      <div><Button type={command === 'return' ? 'default' : 'primary'} loading={reply.isPending} disabled={!text.trim()} onClick={() => { reply.mutate(text.trim()); }}>{t(`verification.do.${command}`)}</Button></div>
    </div>
  );
}
