import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../api/types';
import { say } from '../../lib/say';
import { State } from '../../parts/Tags';
import { shortHash, sizeOf } from './evidence';
import { evidencePath } from './use-evidence';

/** The files of a year with what a reviewer should look at in each. A signal is no verdict. */
export function EvidenceTable({ id, files, verification }: { id: string; files: EvidenceFile[]; verification?: string }) {
  const { t, i18n } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-label={t('section.evidence')} tabIndex={0}>
      <table className="evidence">
        <caption className="hidden">{t('section.evidence')}</caption>
        <thead><tr><th scope="col">{t('evidence.file')}</th><th scope="col">{t('evidence.monthShort')}</th><th scope="col">{t('evidence.signals')}</th><th scope="col">SHA-256</th></tr></thead>
        <tbody>
          {files.map((file) => (
            <tr key={`${file.sha256} ${file.month ?? ''} ${file.name}`}>
              <th scope="row">
                <a href={`/api/submission/v1${evidencePath(id, verification, file.sha256)}`} download={file.name}>{file.name}</a>
                <div className="small soft">{t(`evidence.type.${file.facts.type}`)} · {sizeOf(file.size)}</div>
              </th>
              <td className="years">{file.month ?? t('evidence.wholeYear')}</td>
              <td>
                {file.signals.length === 0 ? <span className="soft">{t('evidence.noSignals')}</span> : (
                  <ul>{file.signals.map((signal) => <li key={signal.id}><State look={signal.severity === 'warning' ? 'attention' : 'unknown'}>{t(`severity.${signal.severity}`)}</State> {say(signal.message, i18n.language)}</li>)}</ul>
                )}
              </td>
              <td><Hash file={file} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Hash({ file }: { file: EvidenceFile }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = () => {
    navigator.clipboard.writeText(file.sha256).then(() => message.success(t('evidence.copied')), () => message.error(t('evidence.notCopied')));
  };
  return <><span className="hash years" title={file.sha256}>{shortHash(file.sha256)}</span><br /><Button type="link" size="small" aria-label={t('evidence.copyOf', { name: file.name })} onClick={copy}>{t('evidence.copy')}</Button></>;
}
