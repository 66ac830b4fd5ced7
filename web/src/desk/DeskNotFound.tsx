import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DeskPage } from './DeskPage';

export function DeskNotFound() {
  const { t } = useTranslation();
  return (
    <DeskPage title={t('page.notFound')}>
      <p>{t('desk.notFound')}</p>
      <p><Link to="/desk">{t('desk.toInbox')}</Link></p>
    </DeskPage>
  );
}
