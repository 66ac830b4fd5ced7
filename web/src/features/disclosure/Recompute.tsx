import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Step } from '../../api/types';
import { say } from '../../lib/say';
import { State } from '../../parts/Tags';
import { recompute, type Recomputed } from './recompute';

/** Computes the shown steps anew in the reader's own browser, exactly, and says which do not follow. */
export function Recompute({ steps }: { steps: Step[] }) {
  const { t, i18n } = useTranslation();
  const [found, setFound] = useState<Recomputed>();
  if (steps.length === 0) return null;
  return (
    <div aria-live="polite">
      <button type="button" className="button quiet no-print" onClick={() => { setFound(recompute(steps)); }}>{t('figure.recompute')}</button>
      {found && found.wrong.length === 0 && <p><State look="met">{t('figure.recomputed', { count: found.right.length })}</State></p>}
      {found && found.wrong.length > 0 && (
        <>
          <p><State look="not-met">{t('figure.differs', { count: found.wrong.length })}</State></p>
          <ul className="small">{found.wrong.map((step) => <li key={step.id}>{say(step.label, i18n.language)} <code>{step.formula}</code></li>)}</ul>
        </>
      )}
      {found && found.open.length > 0 && <p className="small soft">{t('figure.notRecomputed', { count: found.open.length })}</p>}
    </div>
  );
}
