import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { readFilter } from '../../lib/filter';
import { useTitle } from '../../lib/title';
import { OnRequest } from '../../parts/OnRequest';
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
          <OnRequest ask={t('home.showMap')}><WhenSeen className="map"><Suspense><ParkMap filter={filter} /></Suspense></WhenSeen></OnRequest>
          <ParkList filter={filter} />
        </div>
        <FollowSearch filter={filter} />
      </section>
      <Figures />
      <LatestDecisions />
    </div>
  );
}
