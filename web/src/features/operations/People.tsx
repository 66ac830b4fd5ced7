import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { identity, read } from '../../api/client';
import { Refused } from '../../parts/Refused';
import { State } from '../../parts/Tags';
import { usePages } from './use-pages';

/** Who can sign in, and who cannot any more. */
export function People() {
  const { t } = useTranslation();
  const { items, error, refetch, more, reading } = usePages(['accounts'], (after) => read(identity.GET('/accounts', { params: { query: after ? { after } : {} } })));
  const locked = (until: string | null) => until !== null && new Date(until) > new Date();
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t('operations.people')}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {items && (
        <table className="stacks" role="table" aria-labelledby="people">
          <thead role="rowgroup"><tr role="row">{['operations.account', 'operations.organisation', 'operations.role', 'work.state'].map((name) => <th key={name} role="columnheader" scope="col">{t(name)}</th>)}</tr></thead>
          <tbody role="rowgroup">
            {items.map((each) => (
              <tr key={each.id} role="row">
                <th scope="row" role="rowheader" lang="zh-CN">{each.displayName}</th>
                <td role="cell" lang="zh-CN">{each.organisation.name}</td>
                <td role="cell">{t(`visit.role.${each.role}`, { defaultValue: each.role })}</td>
                <td role="cell"><State look={each.disabled ? 'unknown' : locked(each.lockedUntil) ? 'attention' : 'met'}>{t(each.disabled ? 'operations.disabled' : locked(each.lockedUntil) ? 'operations.locked' : 'operations.active')}</State></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more && <Button loading={reading} onClick={more}>{t('operations.more')}</Button>}
    </section>
  );
}
