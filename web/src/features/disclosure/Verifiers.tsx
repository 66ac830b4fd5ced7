import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { day } from '../../lib/date';
import { useBodies } from './groups';
import { GroupTable } from './GroupTable';

const counts = ['years', 'parks', 'unmodified', 'findings'] as const;

/** Verification bodies and what they signed, as far as it is disclosed. */
export function Verifiers() {
  const { t, i18n } = useTranslation();
  return (
    <GroupTable
      title={t('page.verifiers')} what={t('body.what')} lines={4} query={useBodies()} none={t('body.none')}
      head={
        <>
          <th scope="col">{t('body.name')}</th>
          {counts.map((name) => <th key={name} scope="col" className="number">{t(`body.${name}`)}</th>)}
          <th scope="col">{t('body.last')}</th>
        </>
      }
      row={(body) => (
        <tr key={body.id}>
          <th scope="row"><Link to={`/verifiers/${body.id}`} lang="zh-CN">{body.name}</Link></th>
          {counts.map((name) => <td key={name} className="number">{body[name]}</td>)}
          <td>{day(body.lastDisclosedAt, i18n.language)}</td>
        </tr>
      )}
    />
  );
}
