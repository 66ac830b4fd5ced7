import { useTranslation } from 'react-i18next';
import type { TimelineItem, YearDetail } from '../../api/types';
import { group } from '../../lib/decimal';
import { day } from '../../lib/date';

/** Who vouches for the latest year. */
export function VerifiedBox({ latest }: { latest: YearDetail | undefined }) {
  const { t, i18n } = useTranslation();
  const statement = latest?.statement;
  return (
    <section className="box" aria-labelledby="verified">
      <h2 id="verified">{t('park.verifiedBy')}</h2>
      {statement ? (
        <dl className="facts">
          <div><dt>{t('park.body')}</dt><dd lang="zh-CN">{statement.bodyName}</dd></div>
          <div><dt>{t('park.opinion')}</dt><dd>{t(`opinion.${statement.opinion}`)} · {t(`assurance.${statement.assurance}`)}</dd></div>
          <div><dt>{t('park.signed')}</dt><dd>{day(statement.signedAt, i18n.language)}</dd></div>
          <div><dt>{t('park.findings')}</dt><dd>{t('park.findingsCount', { count: statement.findings })}</dd></div>
        </dl>
      ) : <p className="empty">{t('park.verifiedEmpty')}</p>}
    </section>
  );
}

/** How much record there is, how much of it stands in the public log, and how to check it. */
export function RecordBox({ parkId, items }: { parkId: string; items: TimelineItem[] | undefined }) {
  const { t } = useTranslation();
  const logged = items?.filter((item) => item.logIndex !== null).length ?? 0;
  return (
    <section className="box" aria-labelledby="record">
      <h2 id="record">{t('park.record')}</h2>
      <p className="big">{items === undefined ? '–' : group(String(items.length))}</p>
      <p>{t('park.recordEvents', { count: items?.length ?? 0 })}</p>
      {items && <p className="small soft">{t('record.logged', { count: logged })}</p>}
      <ul className="small">
        <li><a href="#timeline">{t('record.checkThem')}</a></li>
        <li><a href={`/api/public/v1/parks/${parkId}/timeline`}>{t('park.recordJson')}</a></li>
      </ul>
    </section>
  );
}
