import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { read, workflows } from '../../api/client';
import { dayAndTime } from '../../lib/date';
import { Refused } from '../../parts/Refused';

/** For operators: where mail goes, how much of it waits, and what no server took. */
export function StuckMails() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['letters'], queryFn: () => read(workflows.GET('/letters')), refetchInterval: 30_000 });
  if (!data) return error ? <Refused problem={error} onReload={() => void refetch()} /> : null;
  return (
    <section aria-labelledby="stuck">
      <h2 id="stuck">{t('notices.stuck')}</h2>
      <p lang="en">{data.state}</p>
      <p className="soft">{t('notices.waiting', { count: data.waiting })}{data.items.length === 0 && ` ${t('notices.nothingStuck')}`}</p>
      {data.items.length > 0 && (
        <div className="scroll-x" role="group" aria-labelledby="stuck" tabIndex={0}>
          <table className="roomy">
            <thead><tr>{['notices.person', 'notices.at', 'notices.tries', 'notices.state', 'notices.reason'].map((name) => <th key={name} scope="col">{t(name)}</th>)}</tr></thead>
            <tbody>
              {data.items.map((letter) => (
                <tr key={letter.id}>
                  <th scope="row"><code>{letter.person}</code></th>
                  <td>{dayAndTime(letter.due, i18n.language)}</td>
                  <td>{letter.tries}</td>
                  <td>{t(`notices.mailState.${letter.ended ? 'ended' : 'waiting'}`)}</td>
                  <td>{t(`notices.trouble.${letter.trouble}`, { code: letter.trouble, defaultValue: t('notices.trouble.other', { code: letter.trouble }) })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
