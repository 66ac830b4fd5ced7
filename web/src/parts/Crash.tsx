import { useTranslation } from 'react-i18next';

/** What the reader sees when a page throws: said plainly, with the way out. */
export function Crash() {
  const { t } = useTranslation();
  return (
    <div className="measure" style={{ paddingBlock: 48 }}>
      <h1>{t('crash.title')}</h1>
      <p>{t('crash.text')}</p>
      <p style={{ marginBlockStart: 16 }}><button type="button" className="button" onClick={() => { location.reload(); }}>{t('reload')}</button></p>
    </div>
  );
}
