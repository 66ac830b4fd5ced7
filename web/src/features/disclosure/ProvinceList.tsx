import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProvinceLine } from '../../api/types';
import { group } from '../../lib/decimal';
import { writeFilter, type ParkFilter } from '../../lib/filter';
import { provinceName } from '../../lib/provinces';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import './groups.css';
import { useProvinces } from './groups';

/** A count that opens the parks it counts; none is written, not linked. */
export function Counted({ count, filter }: { count: number; filter: Partial<ParkFilter> }) {
  const text = group(String(count));
  return count === 0 ? <span className="soft">{text}</span> : <Link to={{ pathname: '/', search: writeFilter(filter), hash: '#parks' }}>{text}</Link>;
}

const columns: [keyof ProvinceLine & ('parks' | 'listed' | 'disclosed' | 'met' | 'accepted'), Partial<ParkFilter>][] = [
  ['parks', {}], ['listed', { listed: true }], ['disclosed', { disclosed: true }], ['met', { verdict: 'met' }], ['accepted', { stage: 'accepted' }],
];

/** Provinces with their parks counted: the map's numbers as a table. */
export function ProvinceList() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useProvinces();
  useTitle(t('page.provinces'));
  return (
    <article className="groups">
      <header><h1>{t('page.provinces')}</h1><p>{t('group.provincesWhat')}</p></header>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={10} height={32} />}
      {data && (
        <div className="scroll-x" role="group" aria-label={t('page.provinces')} tabIndex={0}>
          <table>
            <caption className="hidden">{t('page.provinces')}</caption>
            <thead><tr><th scope="col">{t('group.province')}</th>{columns.map(([name]) => <th key={name} scope="col" className="number">{t(`group.${name}`)}</th>)}</tr></thead>
            <tbody>
              {data.items.map((line) => (
                <tr key={line.province.adcode}>
                  <th scope="row"><Link to={`/provinces/${line.province.adcode}`}>{provinceName(line.province.adcode, i18n.language, line.province.name)}</Link></th>
                  {columns.map(([name, filter]) => <td key={name} className="number"><Counted count={line[name]} filter={{ province: line.province.adcode, ...filter }} /></td>)}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}
