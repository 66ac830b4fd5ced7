import { useTranslation } from 'react-i18next';

/** Files are not public; that they existed, and which they were, is: by their hash. */
export function Evidence({ evidence }: { evidence: { sha256: string; pointer: string }[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('park.evidence')}</h2>
      {evidence.length === 0 ? <p className="empty">{t('park.evidenceEmpty')}</p> : (
        <>
          <p className="small soft">{t('park.evidenceWhat')}</p>
          <ul className="hashes">{evidence.map(({ sha256, pointer }) => <li key={sha256 + pointer}><span className="hash">{sha256}</span> <code className="soft">{pointer}</code></li>)}</ul>
        </>
      )}
    </section>
  );
}
