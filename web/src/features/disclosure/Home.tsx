import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readFilter, type ParkFilter } from '../../lib/filter';
import { useTitle } from '../../lib/title';
import { WhenSeen } from '../../parts/WhenSeen';
import { Figures } from './Figures';
import { FollowSearch } from './FollowSearch';
import './home.css';
import { LatestDecisions } from './LatestDecisions';
import { ParkFilters, Search } from './ParkFilters';
import { ParkList } from './ParkList';

const ParkMap = lazy(async () => ({ default: (await import('./ParkMap')).ParkMap }));

/** The first page: what this is, where the parks are, which they are, what was decided last. */
export function Home() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const filter = readFilter(search);
  useTitle(undefined);
  return (
    <div className="home">
      <section className="intro">
        <h1>{t('brandLong')}</h1>
        <p>{t('home.intro')}</p>
        <Search key={filter.q ?? ''} filter={filter} />
      </section>
      <section aria-labelledby="parks">
        <h2 id="parks" className="hidden">{t('home.parks')}</h2>
        <ParkFilters filter={filter} />
        <div className="split">
          <MapPlace filter={filter} />
          <ParkList filter={filter} />
        </div>
        <FollowSearch filter={filter} />
      </section>
      <Figures />
      <LatestDecisions />
    </div>
  );
}

/** On a phone the list comes first, and the map when it is asked for: it is the largest thing on the page. */
function MapPlace({ filter }: { filter: ParkFilter }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(() => !matchMedia('(max-width: 700px)').matches);
  return wanted
    ? <WhenSeen className="map"><Suspense><ParkMap filter={filter} /></Suspense></WhenSeen>
    : <p><button type="button" className="button quiet" onClick={() => { setWanted(true); }}>{t('home.showMap')}</button></p>;
}
