import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { explain, explainField, type Problem } from '../../api/problem';
import { rowOf } from './certificate-lines';

const headings = ['起始编码', '终止编码', '取得方式', '电量生产年月', '受益方', '核销日期', '能源类型'] as const;
const example = ['XXXXXXXXXXXXXXXXX000000000000111', 'XXXXXXXXXXXXXXXXX000000030000011', '绿证', '2025-03', '园区内企业名称', '2025-12-20', '风电'];

type Props = { busy: boolean; name: string | undefined; problem: Problem | undefined; replaces: boolean; onFile: (file: File) => void };

/** The whole list by a CSV file, as trading platforms export it: which columns, and what was wrong row by row. */
export function CertificateFile({ busy, name, problem, replaces, onFile }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section className="panel" aria-labelledby="certificate-file">
      <h3 id="certificate-file">{t('certificateFile.title')}</h3>
      <p className="soft">{t('certificateFile.about')}</p>
      <div className="scroll-x" role="group" aria-label={t('certificateFile.headings')} tabIndex={0}>
        <table className="sample" lang="zh-CN">
          <caption className="hidden">{t('certificateFile.headings')}</caption>
          <thead><tr>{headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr></thead>
          <tbody><tr>{example.map((cell, n) => <td key={headings[n]} className={n < 2 ? 'hash' : undefined}>{cell}</td>)}</tr></tbody>
        </table>
      </div>
      <p className="small soft">{t('certificateFile.rules')}</p>
      <div className="actions">
        <Button loading={busy} onClick={() => input.current?.click()}>{t('certificateFile.choose')}</Button>
        {replaces && <span className="soft">{t('certificateFile.replaces')}</span>}
        <input ref={input} type="file" accept=".csv,text/csv" hidden aria-label={t('certificateFile.choose')}
          onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) onFile(file); }} />
      </div>
      {problem && <Wrong problem={problem} name={name ?? ''} />}
    </section>
  );
}

function Wrong({ problem, name }: { problem: Problem; name: string }) {
  const { t } = useTranslation();
  if (problem.errors.length === 0) return <div className="notice refused" role="alert"><p>{explain(problem, t)}</p></div>;
  return (
    <div className="notice attention" role="alert">
      <h4>{t('import.problems', { count: problem.errors.length, name })}</h4>
      <p>{t('certificateFile.problems')}</p>
      <div className="scroll-x" role="group" aria-label={t('certificateFile.rows')} tabIndex={0}>
        <table>
          <caption className="hidden">{t('certificateFile.rows')}</caption>
          <thead><tr><th scope="col">{t('certificateFile.row')}</th><th scope="col">{t('certificateFile.column')}</th><th scope="col">{t('import.why')}</th></tr></thead>
          <tbody>
            {problem.errors.slice(0, 50).map((error, index) => {
              const { row, member } = rowOf(error);
              return <tr key={index}><th scope="row">{row ?? t('import.file')}</th><td>{member ? t(`certificate.${member}`) : '–'}</td><td>{explainField(error, t)}</td></tr>;
            })}
          </tbody>
        </table>
      </div>
      {problem.errors.length > 50 && <p>{t('certificateFile.more', { count: problem.errors.length - 50 })}</p>}
    </div>
  );
}
