import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { group } from '../../lib/decimal';
import { writeFilter, type ParkFilter } from '../../lib/filter';
import { useCount } from './parks';

const figures: { id: string; filter: Partial<ParkFilter> }[] = [
  { id: 'all', filter: {} },
  { id: 'listed', filter: { stage: 'listed' } },
  { id: 'acceptance', filter: { stage: 'acceptance' } },
  { id: 'accepted', filter: { stage: 'accepted' } },
];

/** Four figures; each counts records and links to exactly those records. */
export function Figures() {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="hidden">{t('home.figures')}</h2>
      <ul className="figures">{figures.map((figure) => <Figure key={figure.id} {...figure} />)}</ul>
    </section>
  );
}

function Figure({ id, filter }: { id: string; filter: Partial<ParkFilter> }) {
  const { t } = useTranslation();
  const { data } = useCount(filter);
  return (
    <li>
      <Link to={{ pathname: '/', search: writeFilter(filter) }}>
        <span className="value">{data === undefined ? '–' : group(String(data))}</span>
        <span className="label">{t(`home.figure.${id}`)}</span>
      </Link>
    </li>
  );
}
