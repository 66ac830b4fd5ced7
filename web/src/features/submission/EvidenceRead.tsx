import { useTranslation } from 'react-i18next';
import { Refused } from '../../parts/Refused';
import { EvidenceTable } from './EvidenceTable';
import { useEvidenceList } from './use-evidence';

/** What the park brought in proof, for whoever reviews or verifies the year. */
export function EvidenceRead({ id, verification }: { id: string; verification?: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useEvidenceList(id, verification);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('section.evidence')}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {data && (data.length === 0 ? <p className="soft">{t('evidence.noneRead')}</p> : <><p className="soft">{t('evidence.signalsAbout')}</p><EvidenceTable id={id} files={data} verification={verification} /></>)}
    </section>
  );
}
