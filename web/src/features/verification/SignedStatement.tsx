import { useTranslation } from 'react-i18next';
import type { Verification } from '../../api/types';
import { day } from '../../lib/date';
import { ResultTable } from '../submission/ResultTable';

/** The statement as signed, with the verified values. */
export function SignedStatement({ statement }: { statement: NonNullable<Verification['statement']> }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="statement">
      <h2 id="statement">{t('verification.statement')}</h2>
      <dl className="facts">
        <div><dt>{t('verification.opinion')}</dt><dd>{t(`opinion.${statement.opinion}`)}</dd></div>
        <div><dt>{t('verification.assurance')}</dt><dd>{t(`assurance.${statement.assurance}`)}</dd></div>
        <div><dt>{t('verification.signedAt')}</dt><dd>{day(statement.signedAt, i18n.language)}</dd></div>
      </dl>
      <p className="prose" lang="zh-CN">{statement.text}</p>
      <ResultTable result={statement.verified} title={t('verification.verifiedValues')} />
    </section>
  );
}
