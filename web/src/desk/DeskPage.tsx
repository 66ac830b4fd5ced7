import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { useTitle } from '../lib/title';
import { Refused } from '../parts/Refused';
import { Skeleton } from '../parts/Skeleton';
import { DeskNotFound } from './DeskNotFound';
import { Settled } from './Settled';

/** Heading, one line about it, and on the right what can be begun from here. */
export function DeskPage({ title, about, aside, children }: { title: ReactNode; about?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  useTitle(typeof title === 'string' ? title : undefined);
  return (
    <div className="desk">
      <header className="desk-head">
        <div><h1>{title}</h1>{about && <p className="soft">{about}</p>}</div>
        {aside && <div className="actions">{aside}</div>}
      </header>
      <Settled>{children}</Settled>
    </div>
  );
}

/** A page whose record is on its way or was refused. */
export function Awaited({ error, onReload }: { error: Error | null; onReload: () => void }) {
  const { t } = useTranslation();
  if (error instanceof Problem && error.isNotFound) return <DeskNotFound />;
  return (
    <div className="desk">
      {error ? <><h1>{t('problem.title')}</h1><Refused problem={error} onReload={onReload} /></> : <Skeleton lines={8} height={28} />}
    </div>
  );
}
