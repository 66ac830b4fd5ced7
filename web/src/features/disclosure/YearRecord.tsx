import { useTranslation } from 'react-i18next';
import type { YearDetail } from '../../api/types';
import { day } from '../../lib/date';
import { say } from '../../lib/say';
import { CheckRecord } from './CheckRecord';
import { withFigures } from './record';

/** What the year rests on: submission, statement, disclosure, decision, each to be checked in the public log. */
export function YearRecord({ data }: { data: YearDetail }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="year-record">
      <h2 id="year-record">{t('record.title')}</h2>
      <p className="small soft">{t('record.what')}</p>
      <ul className="record">{data.record.map((item) => (
        <li key={item.eventId}>
          <h3>{say(item.title, i18n.language)}</h3>
          <p className="small soft"><time dateTime={item.at}>{day(item.at, i18n.language)}</time> · {t(`actor.${item.actor}`, { defaultValue: item.actor })}</p>
          <CheckRecord item={withFigures(item, data)} parkId={data.parkId} />
        </li>
      ))}</ul>
    </section>
  );
}
