import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

export type Shown = { id: string; secret: string };

/** A secret on its only appearance: nobody can show it again. */
export function ShownOnce({ shown, onDone }: { shown: Shown; onDone: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  return (
    <section className="notice" role="status" aria-labelledby="shown-once">
      <h2 id="shown-once">{t('clients.shownOnce')}</h2>
      <dl>
        <dt>{t('clients.id')}</dt><dd><code style={{ overflowWrap: 'anywhere' }}>{shown.id}</code></dd>
        <dt>{t('clients.secret')}</dt><dd><code style={{ overflowWrap: 'anywhere' }}>{shown.secret}</code></dd>
      </dl>
      <p>{t('clients.shownAbout')}</p>
      <div className="actions">
        <Button onClick={() => { void navigator.clipboard.writeText(shown.secret).then(() => { setCopied(true); }); }}>{t(copied ? 'clients.copied' : 'clients.copy')}</Button>
        <Button onClick={onDone}>{t('clients.kept')}</Button>
      </div>
    </section>
  );
}
