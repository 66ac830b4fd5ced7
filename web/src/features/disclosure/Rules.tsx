import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { say } from '../../lib/say';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { usePackOf, usePacks } from './packs';
import './park.css';
import { FuelFactors, Limits, ProductFactors, Settings, SupplyFactors, Targets } from './RuleTables';
import './rules.css';

/** What every number is computed by: targets, settings, factors, each with source and mark. */
export function Rules() {
  const { t, i18n } = useTranslation();
  const [search] = useSearchParams();
  useTitle(t('page.rules'));
  const packs = usePacks();
  const asked = search.get('pack');
  const pack = usePackOf(packs.data?.items.find((item) => `${item.id}@${item.version}` === asked) ?? packs.data?.items[0]);
  const error = packs.error ?? pack.error;
  return (
    <article className="park rules">
      <header className="park-head">
        <h1>{t('page.rules')}</h1>
        <p>{t('rules.intro')}</p>
      </header>
      {error && <Refused problem={error} onReload={() => { void packs.refetch(); void pack.refetch(); }} />}
      {!pack.data && !error && <Skeleton lines={8} height={28} />}
      {pack.data && (
        <>
          <section className="pack-head" aria-labelledby="pack">
            <h2 id="pack">{say(pack.data.title, i18n.language)}</h2>
            <dl className="facts">
              <div><dt>{t('rules.id')}</dt><dd><code>{pack.data.id}@{pack.data.version}</code></dd></div>
              <div><dt>{t('rules.source')}</dt><dd lang="zh-CN">{pack.data.source}</dd></div>
              <div><dt>{t('rules.firstYear')}</dt><dd>{pack.data.firstYear}</dd></div>
              <div><dt>{t('rules.hash')}</dt><dd className="hash">{pack.data.hash}</dd></div>
            </dl>
            <MarkKey />
          </section>
          <nav aria-label={t('rules.contents')}><ul className="contents">{parts.map((part) => <li key={part}><a href={`#${part}`}>{t(`rules.${part}`)}</a></li>)}</ul></nav>
          <Targets pack={pack.data} />
          <Settings pack={pack.data} />
          <SupplyFactors pack={pack.data} />
          <FuelFactors pack={pack.data} />
          <ProductFactors pack={pack.data} />
          <Limits pack={pack.data} />
        </>
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
