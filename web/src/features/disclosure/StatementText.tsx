import { useTranslation } from 'react-i18next';
import type { Statement } from '../../api/types';
import { day } from '../../lib/date';

/** The verification statement: who signed it, what it says. */
export function StatementText({ statement }: { statement: Statement | null }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">{t('year.statement')}</h2>
      {statement ? (
        <>
          <dl className="facts">
            <div><dt>{t('park.body')}</dt><dd lang="zh-CN">{statement.bodyName}</dd></div>
            <div><dt>{t('park.opinion')}</dt><dd>{t(`opinion.${statement.opinion}`)}</dd></div>
            <div><dt>{t('year.assurance')}</dt><dd>{t(`assurance.${statement.assurance}`)}</dd></div>
            <div><dt>{t('park.signed')}</dt><dd>{day(statement.signedAt, i18n.language)}</dd></div>
            <div><dt>{t('park.findings')}</dt><dd>{t('park.findingsCount', { count: statement.findings })}</dd></div>
          </dl>
          {statement.text && <p lang="zh-CN">{statement.text}</p>}
        </>
      ) : <p className="empty">{t('park.verifiedEmpty')}</p>}
    </section>
  );
}
