import { useTranslation } from 'react-i18next';
import { day } from '../../lib/date';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import './groups.css';
import { useBatches } from './groups';
import { Counted } from './ProvinceList';

/** The published construction lists, each with the document that published it. */
export function Batches() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useBatches();
  useTitle(t('page.batches'));
  return (
    <article className="groups">
      <header><h1>{t('page.batches')}</h1><p>{t('batch.what')}</p></header>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} height={32} />}
      {data && (
        <div className="scroll-x" role="group" aria-label={t('page.batches')} tabIndex={0}>
          <table>
            <caption className="hidden">{t('page.batches')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('batch.batch')}</th><th scope="col">{t('park.document')}</th><th scope="col">{t('park.publishedOn')}</th>
                <th scope="col" className="number">{t('batch.parks')}</th><th scope="col" className="number">{t('group.disclosed')}</th><th scope="col" className="number">{t('group.accepted')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map(({ list, parks, disclosed, accepted }) => (
                <tr key={list.batch}>
                  <th scope="row">{list.batch}</th>
                  <td lang="zh-CN">{list.document}</td>
                  <td>{day(list.publishedOn, i18n.language)}</td>
                  <td className="number"><Counted count={parks} filter={{ batch: list.batch }} /></td>
                  <td className="number"><Counted count={disclosed} filter={{ batch: list.batch, disclosed: true }} /></td>
                  <td className="number"><Counted count={accepted} filter={{ batch: list.batch, stage: 'accepted' }} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </article>
  );
}
