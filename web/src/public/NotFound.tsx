import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../lib/title';

export function NotFound() {
  const { t } = useTranslation();
  useTitle(t('page.notFound'));
  return (
    <>
      <h1>{t('page.notFound')}</h1>
      <p style={{ marginBlock: 16 }}>{t('notFound.text')}</p>
      <p><Link to="/">{t('notFound.home')}</Link></p>
    </>
  );
}
