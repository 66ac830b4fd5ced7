import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { parseCheckpoint, parseNote } from '../../check/note';
import { judge, parsePolicy } from '../../check/policy';
import { group } from '../../lib/decimal';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { State } from '../../parts/Tags';

/** How far the public log is signed, and which witnesses have signed it too: checked here, as anybody can. */
export function PublicLog() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['log'], queryFn: readLog, refetchInterval: 30_000 });
  return (
    <section aria-labelledby="log">
      <h2 id="log">{t('operations.publicLog')}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton height={28} />}
      {data && <p>{t('operations.logSize', { size: group(String(data.size)) })}</p>}
      {data?.witnesses.length === 0 && <p className="notice attention">{t('operations.noWitness')}</p>}
      {data && data.witnesses.length > 0 && (
        <ul className="tasks">
          {data.witnesses.map(({ name, verdict }) => (
            <li key={name}><span className="case-facts"><code>{name}</code><State look={verdict === 'signed' ? 'met' : verdict === 'wrong' ? 'not-met' : 'unknown'}>{t(`operations.witness.${verdict}`)}</State></span></li>
          ))}
        </ul>
      )}
      {data && data.witnesses.length > 0 && <p className={data.quorumMet ? 'soft' : 'notice attention'}>{t(data.quorumMet ? 'operations.quorumMet' : 'operations.quorumMissed')}</p>}
    </section>
  );
}

async function readLog() {
  const [checkpoint, policy] = await Promise.all(['/checkpoint', '/policy'].map(async (path) => {
    const answer = await fetch(path, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`${path}: ${String(answer.status)}`);
    return answer.text();
  }));
  const note = parseNote(checkpoint ?? '');
  const claimed = parseCheckpoint(note.text);
  return { size: claimed.size, ...await judge(await parsePolicy(policy ?? ''), note, claimed) };
}
