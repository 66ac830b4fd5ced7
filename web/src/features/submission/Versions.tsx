import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../api/types';
import { day } from '../../lib/date';
import { AnsweredSignals } from './AnsweredSignals';
import { CertificatesRead } from './CertificatesRead';
import { DataTables } from './DataTables';
import { EvidenceRead } from './EvidenceRead';
import { HoursRead } from './HoursRead';
import { ResultTable } from './ResultTable';
import { Coverage } from '../../parts/Coverage';
import { VersionDiff } from './VersionDiff';

/** The submitted versions; the newest first, earlier ones on request. None of them ever changes. */
export function Versions({ submission, onRestate }: { submission: Submission; onRestate?: () => void }) {
  const { t, i18n } = useTranslation();
  const [number, setNumber] = useState<number>();
  const shown = submission.versions.find((version) => version.version === number) ?? submission.versions.at(-1);
  if (!shown) return <p className="empty">{t('year.nothingSubmitted')}</p>;
  return (
    <>
      <div className="actions">
        <label htmlFor="version">{t('year.version')}</label>
        <Select id="version" value={shown.version} style={{ minWidth: 240 }} onChange={setNumber}
          options={[...submission.versions].reverse().map((version) => ({ value: version.version, label: t('year.versionOf', { version: version.version, day: day(version.at, i18n.language) }) }))} />
        {onRestate && <Button onClick={onRestate}>{t('year.restate')}</Button>}
      </div>
      {shown.reason && <p><strong>{t('year.reason')}</strong> <span lang="zh-CN">{shown.reason}</span></p>}
      {shown.version > 1 && (
        <section aria-labelledby="changed">
          <h2 id="changed">{t('diff.title', { version: shown.version - 1 })}</h2>
          <VersionDiff id={submission.id} version={shown.version} />
        </section>
      )}
      <ResultTable result={shown.result} />
      <AnsweredSignals signals={shown.signals} />
      <Coverage coverage={shown.coverage} />
      <section aria-labelledby="data"><h2 id="data">{t('year.data')}</h2><DataTables data={shown.data} /></section>
      <CertificatesRead key={shown.version} id={submission.id} version={shown.version} data={shown.data} />
      <HoursRead key={`hours ${String(shown.version)}`} id={submission.id} version={shown.version} />
      <EvidenceRead id={submission.id} />
    </>
  );
}
