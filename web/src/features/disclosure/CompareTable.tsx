import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ParkDetail, YearItem } from '../../api/types';
import { provinceName } from '../../lib/provinces';
import { Quantity } from '../../parts/Quantity';
import { DemoTag, StageTag, Verdict } from '../../parts/Tags';
import { compared, targetOf, unitOf, valueOf, type Compared } from './compare';
import { emissionTerms } from './derivation';
import { marks } from './Spread';

type Props = { parks: ParkDetail[]; latest: YearItem[]; onRemove: (id: string) => void };

/** The chosen parks as columns, each with the latest year it disclosed. */
export function CompareTable({ parks, latest, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  const columns = parks.map((park, index) => ({ park, mark: marks[index], year: latest.find((year) => year.parkId === park.id) }));
  return (
    <div className="scroll-x" role="group" aria-label={t('page.compare')} tabIndex={0}>
      <table>
        <caption className="hidden">{t('page.compare')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.item')}</th>
            {columns.map(({ park, mark }) => (
              <th key={park.id} scope="col">
                {mark && <span className="mark" style={{ background: mark[1] }}>{mark[0]}</span>}{' '}
                <Link to={`/parks/${park.id}`} lang="zh-CN">{park.name}</Link> {park.demo && <DemoTag />}
                <button type="button" className="link small no-print" onClick={() => { onRemove(park.id); }}>{t('compare.remove')}<span className="hidden"> {park.name}</span></button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr><th scope="row">{t('park.province')}</th>{columns.map(({ park }) => <td key={park.id}>{provinceName(park.province.adcode, i18n.language, park.province.name)}</td>)}</tr>
          <tr><th scope="row">{t('park.stage')}</th>{columns.map(({ park }) => <td key={park.id}><StageTag stage={park.stage} /></td>)}</tr>
          <tr><th scope="row">{t('compare.latest')}</th>{columns.map(({ park, year }) => (
            <td key={park.id}>{year ? <Link to={`/parks/${park.id}/years/${String(year.year)}`}>{year.year}</Link> : <span className="soft">{t('compare.none')}</span>}</td>
          ))}</tr>
          {compared.map((item) => <tr key={item}><th scope="row">{t(`figure.name.${item}`)}</th>{columns.map(({ park, year }) => <td key={park.id}><Cell year={year} item={item} /></td>)}</tr>)}
          {[...emissionTerms, 'total' as const].map((term) => (
            <tr key={term} className={term === 'total' ? 'sum' : undefined}>
              <th scope="row">{t(`figure.name.${term}`)}</th>
              {columns.map(({ park, year }) => <td key={park.id}>{year ? <Quantity value={year.emissions[term]} unit="t" /> : <span className="soft">–</span>}</td>)}
            </tr>
          ))}
          <tr><th scope="row">{t('figure.name.energy')}</th>{columns.map(({ park, year }) => <td key={park.id}>{year ? <Quantity value={year.tce} unit="tce" /> : <span className="soft">–</span>}</td>)}</tr>
        </tbody>
      </table>
    </div>
  );
}

function Cell({ year, item }: { year: YearItem | undefined; item: Compared }) {
  const { t } = useTranslation();
  if (!year) return <span className="soft">–</span>;
  const verdict = year.indicators.find((indicator) => indicator.id === item)?.verdict;
  const target = targetOf(year, item);
  return (
    <>
      <Quantity value={valueOf(year, item)} unit={unitOf(item)} />
      {target !== null && <span className="soft small aim">{t('park.target')} {item === 'core' ? '≤' : '≥'} <Quantity value={target} unit={unitOf(item)} /></span>}
      {verdict && <Verdict verdict={verdict} />}
    </>
  );
}
