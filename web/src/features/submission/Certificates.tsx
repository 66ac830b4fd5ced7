import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId, Problem } from '../../api/problem';
import type { YearDraft } from '../../api/types';
import { Refused } from '../../parts/Refused';
import { CertificateFile } from './CertificateFile';
import { CertificateLine } from './CertificateLine';
import { CertificateTotals } from './CertificateTotals';
import { blankLine, lineOf, mostLines } from './certificate-lines';
import type { Certificates as Edit } from './use-certificates';

const perPage = 20;

/** The green certificates that the year counts on: what they add up to first, then line by line, or all of them by a file. */
export function Certificates({ edit, data }: { edit: Edit; data: YearDraft }) {
  const { t } = useTranslation();
  const { lines, problems, change } = edit;
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<string>();
  const [file, setFile] = useState<string>();
  const byFile = lines.length > mostLines;
  const from = (Math.min(page, Math.max(1, Math.ceil(lines.length / perPage))) - 1) * perPage;

  // The first wrong line is brought into sight, whatever page it stands on.
  const [seen, setSeen] = useState(edit.error);
  if (edit.error !== seen) {
    setSeen(edit.error);
    const wrong = lineOf([...problems.keys()][0] ?? '');
    if (wrong !== undefined) setPage(Math.floor(wrong / perPage) + 1);
  }

  if (edit.loading) return <p className="soft" role="status">{t('loading')}</p>;
  if (edit.unreadable) return <Refused problem={edit.unreadable} onReload={edit.theirs} />;
  const add = () => {
    const line = blankLine(lines.at(-1));
    change([...lines, line]);
    setOpen(line.key);
    setPage(Math.floor(lines.length / perPage) + 1);
  };
  return (
    <div className="stack" id={fieldId('/items')} tabIndex={-1}>
      {edit.conflict && <Conflict edit={edit} />}
      {edit.error !== undefined && !edit.conflict && file === undefined && <Refused problem={edit.error} />}
      <CertificateTotals data={data} lines={edit.counted} />
      {lines.length === 0 ? <p className="soft">{t('certificate.none')}</p> : (
        <ol className="findings certificates" start={from + 1}>
          {lines.slice(from, from + perPage).map((line, n) => (
            <CertificateLine key={line.key} line={line} index={from + n} problems={problems} fixed={byFile}
              open={open === line.key || [...problems.keys()].some((pointer) => lineOf(pointer) === from + n)}
              onOpen={(wanted) => { setOpen(wanted ? line.key : undefined); }}
              onChange={(next) => { setFile(undefined); change(lines.map((other) => (other.key === line.key ? next : other))); }}
              onRemove={() => { change(lines.filter((other) => other.key !== line.key)); }} />
          ))}
        </ol>
      )}
      {lines.length > perPage && <Pagination current={from / perPage + 1} pageSize={perPage} total={lines.length} showSizeChanger={false} onChange={setPage} />}
      {byFile && <p className="soft">{t('certificate.byFile', { count: lines.length, most: mostLines })}</p>}
      <div className="actions">
        {!byFile && <Button onClick={add}>{t('certificate.add')}</Button>}
        {!byFile && <Button type="primary" disabled={!edit.dirty} loading={edit.saving} onClick={() => { setFile(undefined); void edit.save(); }}>{t('certificate.save')}</Button>}
        <span className="soft" role="status">{edit.dirty ? t('draft.unsaved') : ''}</span>
      </div>
      <CertificateFile busy={edit.saving} name={file} problem={edit.conflict ? undefined : fileProblem(file, edit.error)} replaces={lines.length > 0}
        onFile={(chosen) => { setFile(chosen.name); void edit.bring(chosen).then((done) => { if (done) setFile(undefined); }); }} />
    </div>
  );
}

const fileProblem = (file: string | undefined, error: unknown) => (file !== undefined && error instanceof Problem ? error : undefined);

function Conflict({ edit }: { edit: Edit }) {
  const { t } = useTranslation();
  return (
    <div className="notice attention" role="alert">
      <h3>{t('certificate.conflict')}</h3>
      <p>{t('certificate.conflictAbout')}</p>
      <div className="actions"><Button onClick={edit.theirs}>{t('certificate.theirs')}</Button><span className="soft">{t('draft.theirsHint')}</span></div>
      {edit.dirty && <div className="actions"><Button onClick={edit.mine}>{t('draft.mine')}</Button><span className="soft">{t('certificate.mineHint')}</span></div>}
    </div>
  );
}
