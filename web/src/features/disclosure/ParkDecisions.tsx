import { useTranslation } from 'react-i18next';
import type { Decision } from '../../api/types';
import { day } from '../../lib/date';
import { say } from '../../lib/say';

/** A list is often published before it is recorded here; then both dates are told. */
const recordedLater = ({ at, publishedOn }: Decision) => publishedOn !== null && day(at, 'en') !== day(publishedOn, 'en');

/** Decisions with who, when, why and on what document; newest first. */
export function ParkDecisions({ decisions }: { decisions: Decision[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="park-decisions">
      <h2 id="park-decisions">{t('park.decisions')}</h2>
      {decisions.length === 0 ? <p className="empty">{t('park.decisionsEmpty')}</p> : (
        <ol className="decisions">
          {[...decisions].sort((one, other) => other.at.localeCompare(one.at)).map((decision) => (
            <li key={decision.eventId}>
              <div><time dateTime={decision.publishedOn ?? decision.at}>{day(decision.publishedOn ?? decision.at, i18n.language)}</time>{recordedLater(decision) && <p className="small soft">{t('park.recordedOn', { day: day(decision.at, i18n.language) })}</p>}</div>
              <div>
                <h3>{say(decision.title, i18n.language)}</h3>
                <p className="soft small">{[t(`actor.${decision.actor}`, { defaultValue: decision.actor }), decision.document].filter(Boolean).join(' · ')}</p>
                {decision.reasons && <p lang="zh-CN">{decision.reasons}</p>}
                {decision.source && <p className="small soft">{t('park.source')}<span lang="zh-CN">{decision.source}</span></p>}
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
