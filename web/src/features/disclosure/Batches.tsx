import { useTranslation } from 'react-i18next';
import { day } from '../../lib/date';
import { useBatches } from './groups';
import { GroupTable } from './GroupTable';
import { Counted } from './ProvinceList';

/** The published construction lists, each with the document that published it. */
export function Batches() {
  const { t, i18n } = useTranslation();
  return (
    <GroupTable
      title={t('page.batches')} what={t('batch.what')} lines={4} query={useBatches()}
      head={
        <>
          <th scope="col">{t('batch.batch')}</th><th scope="col">{t('park.document')}</th><th scope="col">{t('park.publishedOn')}</th>
          <th scope="col" className="number">{t('batch.parks')}</th><th scope="col" className="number">{t('group.disclosed')}</th><th scope="col" className="number">{t('group.accepted')}</th>
        </>
      }
      row={({ list, parks, disclosed, accepted }) => (
        <tr key={list.batch}>
          <th scope="row">{list.batch}</th>
          <td lang="zh-CN">{list.document}</td>
          <td>{day(list.publishedOn, i18n.language)}</td>
          <td className="number"><Counted count={parks} filter={{ batch: list.batch }} /></td>
          <td className="number"><Counted count={disclosed} filter={{ batch: list.batch, disclosed: true }} /></td>
          <td className="number"><Counted count={accepted} filter={{ batch: list.batch, stage: 'accepted' }} /></td>
        </tr>
      )}
    />
  );
}
