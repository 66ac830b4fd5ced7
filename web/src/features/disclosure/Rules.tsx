import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { say } from '../../lib/say';
import { useTitle } from '../../lib/title';
import { InTurn } from '../../parts/InTurn';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { usePackOf, usePacks, useTitleOf } from './packs';
import './park.css';
import { FuelFactors, Limits, ProductFactors, Settings, SupplyFactors, Targets } from './RuleTables';
import './rules.css';
import { TitleTables } from './TitleTables';

/** What every number is computed by: targets, settings, factors, each with source and mark. */
export function Rules() {
  const { t, i18n } = useTranslation();
  const [search] = useSearchParams();
  useTitle(t('page.rules'));
  const packs = usePacks();
  const asked = search.get('pack');
  const item = packs.data?.items.find((each) => `${each.id}@${each.version}` === asked) ?? packs.data?.items[0];
  const provincial = item?.kind === 'provincial';
  const pack = usePackOf(provincial ? undefined : item);
  const title = useTitleOf(provincial ? item : undefined);
  const error = packs.error ?? pack.error ?? title.error;
  return (
    <article className="park rules">
      <header className="park-head">
        <h1>{t('page.rules')}</h1>
        <p>{t('rules.intro')}</p>
      </header>
      {error && <Refused problem={error} onReload={() => { void packs.refetch(); void (provincial ? title : pack).refetch(); }} />}
      {!pack.data && !title.data && !error && <Skeleton lines={8} height={28} />}
      {packs.data && packs.data.items.length > 1 && (
        <nav aria-label={t('rules.packs')}>
          <ul className="contents">
            {packs.data.items.map((each) => <li key={each.hash}><Link to={`?pack=${each.id}@${each.version}`} aria-current={each === item ? 'page' : undefined}>{say(each.title, i18n.language)}</Link></li>)}
          </ul>
        </nav>
      )}
      {item && (pack.data ?? title.data) && (
        <section className="pack-head" aria-labelledby="pack">
          <h2 id="pack">{say(item.title, i18n.language)}</h2>
          <dl className="facts">
            <div><dt>{t('rules.id')}</dt><dd><code>{item.id}@{item.version}</code></dd></div>
            {item.refines && <div><dt>{t('rules.refines')}</dt><dd><code>{item.refines.id}@{item.refines.version}</code></dd></div>}
            <div><dt>{t('rules.source')}</dt><dd lang="zh-CN">{item.source}</dd></div>
            <div><dt>{t('rules.firstYear')}</dt><dd>{item.firstYear}</dd></div>
            <div><dt>{t('rules.hash')}</dt><dd className="hash">{item.hash}</dd></div>
          </dl>
          <MarkKey />
        </section>
      )}
      {title.data && <TitleTables title={title.data} />}
      {pack.data && (
        <InTurn>
          <nav aria-label={t('rules.contents')}><ul className="contents">{parts.map((part) => <li key={part}><a href={`#${part}`}>{t(`rules.${part}`)}</a></li>)}</ul></nav>
          <Targets pack={pack.data} />
          <Settings pack={pack.data} />
          <SupplyFactors pack={pack.data} />
          <FuelFactors pack={pack.data} />
          <ProductFactors pack={pack.data} />
          <Limits pack={pack.data} />
        </InTurn>
      )}
    </article>
  );
}

const parts = ['targets', 'settings', 'supply', 'fuels', 'products', 'limits'] as const;

function MarkKey() {
  const { t } = useTranslation();
  return (
    <details>
      <summary>{t('rules.marks')}</summary>
      <dl className="facts">{(['V', 'V2', 'S', 'U', 'M'] as const).map((mark) => <div key={mark}><dt><code>{mark}</code></dt><dd>{t(`mark.${mark}`)}</dd></div>)}</dl>
    </details>
  );
}
