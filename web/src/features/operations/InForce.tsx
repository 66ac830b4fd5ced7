import { useTranslation } from 'react-i18next';
import { say } from '../../lib/say';
import { Refused } from '../../parts/Refused';
import { useBatches } from '../disclosure/groups';
import { usePacks } from '../disclosure/packs';

/** The published lists and the rule packs that this installation works with, each with the public page that shows it in full. */
export function InForce() {
  const { t, i18n } = useTranslation();
  const [batches, packs] = [useBatches(), usePacks()];
  const prefix = i18n.language.startsWith('zh') ? '' : '/en';
  return (
    <section aria-labelledby="in-force">
      <h2 id="in-force">{t('operations.inForce')}</h2>
      {(batches.error ?? packs.error) && <Refused problem={batches.error ?? packs.error} onReload={() => { void batches.refetch(); void packs.refetch(); }} />}
      <h3>{t('operations.batches')}</h3>
      {batches.data?.items.length === 0 && <p className="soft">{t('operations.noBatches')}</p>}
      <ul className="bullets">{batches.data?.items.map(({ list, parks }) => <li key={list.batch}><a href={`${prefix}/?batch=${encodeURIComponent(list.batch)}`}>{list.batch}</a> · {t('operations.parksOf', { count: parks })} · <span lang="zh-CN">{list.document}</span></li>)}</ul>
      <h3>{t('operations.packs')}</h3>
      <ul className="bullets">{packs.data?.items.map((pack) => <li key={pack.hash}><a href={`${prefix}/rules?pack=${pack.id}@${pack.version}`}>{pack.id}@{pack.version}</a> · {say(pack.title, i18n.language)}<br /><span className="hash soft small">{pack.hash}</span></li>)}</ul>
    </section>
  );
}
