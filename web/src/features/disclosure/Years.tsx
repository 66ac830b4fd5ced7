import { useTranslation } from 'react-i18next';
import { useTitle } from '../../lib/title';
import './groups.css';
import { YearItems } from './YearItems';

/** Every disclosed year: the records behind the figure of the first page. */
export function Years() {
  const { t } = useTranslation();
  useTitle(t('page.years'));
  return (
    <article className="groups">
      <header><h1>{t('page.years')}</h1><p>{t('years.what')}</p></header>
      <YearItems query={{}} label={t('page.years')} />
    </article>
  );
}
