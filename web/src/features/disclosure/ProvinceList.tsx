import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProvinceLine } from '../../api/types';
import { group } from '../../lib/decimal';
import { writeFilter, type ParkFilter } from '../../lib/filter';
import { provinceName } from '../../lib/provinces';
import { useProvinces } from './groups';
import { GroupTable } from './GroupTable';

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
  return (
    <GroupTable
      title={t('page.provinces')} what={t('group.provincesWhat')} lines={10} query={useProvinces()}
      head={<><th scope="col">{t('group.province')}</th>{columns.map(([name]) => <th key={name} scope="col" className="number">{t(`group.${name}`)}</th>)}</>}
      row={(line) => (
        <tr key={line.province.adcode}>
          <th scope="row"><Link to={`/provinces/${line.province.adcode}`}>{provinceName(line.province.adcode, i18n.language, line.province.name)}</Link></th>
          {columns.map(([name, filter]) => <td key={name} className="number"><Counted count={line[name]} filter={{ province: line.province.adcode, ...filter }} /></td>)}
        </tr>
      )}
    />
  );
}
