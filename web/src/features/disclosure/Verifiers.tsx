import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../lib/date';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import './groups.css';
import { useBodies } from './groups';

/** Verification bodies and what they signed, as far as it is disclosed. */
export function Verifiers() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useBodies();
  useTitle(t('page.verifiers'));
  return (
    <article className="groups">
      <header><h1>{t('page.verifiers')}</h1><p>{t('body.what')}</p></header>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} height={32} />}
      {data?.items.length === 0 && <p className="empty">{t('body.none')}</p>}
      {data && data.items.length > 0 && (
        <div className="scroll-x" role="group" aria-label={t('page.verifiers')} tabIndex={0}>
          <table>
            <caption className="hidden">{t('page.verifiers')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('body.name')}</th>
                {(['years', 'parks', 'unmodified', 'findings'] as const).map((name) => <th key={name} scope="col" className="number">{t(`body.${name}`)}</th>)}
                <th scope="col">{t('body.last')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((body) => (
                <tr key={body.id}>
                  <th scope="row"><Link to={`/verifiers/${body.id}`} lang="zh-CN">{body.name}</Link></th>
                  {(['years', 'parks', 'unmodified', 'findings'] as const).map((name) => <td key={name} className="number">{body[name]}</td>)}
                  <td>{day(body.lastDisclosedAt, i18n.language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}
