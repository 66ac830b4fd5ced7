import { useTranslation } from 'react-i18next';

/** Files are not public; that they existed, and which they were, is: by their hash. */
export function Evidence({ evidence }: { evidence: { hash: string; name?: string }[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('park.evidence')}</h2>
      {evidence.length === 0 ? <p className="empty">{t('park.evidenceEmpty')}</p> : (
        <>
          <p className="small soft">{t('park.evidenceWhat')}</p>
          <ul className="hashes">{evidence.map(({ hash, name }) => <li key={hash}>{name} <span className="hash">{hash}</span></li>)}</ul>
        </>
      )}
    </section>
  );
}
