import { useQueries, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { disclosure, read } from '../../api/client';
import type { YearItem } from '../../api/types';
import { industryKey } from '../../lib/industry';
import { useTitle } from '../../lib/title';
import { InTurn } from '../../parts/InTurn';
import { Skeleton } from '../../parts/Skeleton';
import { AddPark } from './AddPark';
import './compare.css';
import { compared, most, peersOf, readChosen, sizeOf } from './compare';
import { CompareTable } from './CompareTable';
import './groups.css';
import { Spread } from './Spread';

/** Up to five parks side by side, or one among its peers. Nothing is added up to a score, nobody is ranked. */
export function Compare() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const ids = readChosen(search);
  useTitle(t('page.compare'));
  const answers = useQueries({
    queries: ids.map((id) => ({ queryKey: ['park', id], queryFn: () => read(disclosure.GET('/parks/{id}', { params: { path: { id } } })) })),
    combine: (answers) => ({ parks: answers.flatMap(({ data }) => (data ? [data] : [])), reading: answers.some(({ isPending }) => isPending) }),
  });
  const { data, isLoading } = useQuery({ queryKey: ['latestYears'], queryFn: readLatest, enabled: ids.length > 0 });
  // Drawn piece by piece, so that the reader can scroll and click meanwhile.
  const [{ parks, reading }, latest, counting] = [useDeferredValue(answers), useDeferredValue(data ?? none), useDeferredValue(isLoading)];
  const chosen = parks.flatMap((park) => latest.filter((year) => year.parkId === park.id));
  const [first] = chosen;
  const alone = ids.length === 1 && first;
  const group = alone ? peersOf(first, latest) : latest;
  const choose = (next: string[]) => { setSearch(next.length > 0 ? { parks: next.join(',') } : {}, { preventScrollReset: true }); };
  return (
    <article className="groups compare">
      <header><h1>{t('page.compare')}</h1><p>{t('compare.what')}</p></header>
      {ids.length < most ? <AddPark chosen={ids} onAdd={(id) => { choose([...ids, id]); }} /> : <p className="soft">{t('compare.full')}</p>}
      {ids.length === 0 && <p className="empty">{t('compare.nothing')}</p>}
      {reading || counting ? <Skeleton lines={8} height={40} /> : parks.length > 0 && <CompareTable parks={parks} latest={latest} onRemove={(id) => { choose(ids.filter((one) => one !== id)); }} />}
      {chosen.length > 0 && (
        <section aria-labelledby="spread">
          <h2 id="spread">{t('compare.spread')}</h2>
          <p className="soft">
            {alone ? t('compare.peersOf', { industry: t(industryKey(first.industryGroup) ?? '', { defaultValue: first.industryGroup }), size: t(`compare.size.${sizeOf(first.tce)}`) }) : t('compare.allPeers')}
            {' · '}{t('compare.few', { count: group.length })}
          </p>
          <div className="spreads"><InTurn>{compared.map((item) => <Spread key={item} item={item} group={group} chosen={chosen} />)}</InTurn></div>
        </section>
      )}
    </article>
  );
}

const none: YearItem[] = [];

/** The latest disclosed year of every park, all pages of it. */
async function readLatest(): Promise<YearItem[]> {
  const all: YearItem[] = [];
  for (let page = 1; ; page++) {
    const { items, total } = await read(disclosure.GET('/years', { params: { query: { latest: true, page, pageSize: 200 } } }));
    all.push(...items);
    if (all.length >= total || items.length === 0) return all;
  }
}
