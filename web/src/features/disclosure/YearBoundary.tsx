import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { YearDetail } from '../../api/types';

/** Which registered boundary applies to the year, said plainly when the park's data name another. */
export function YearBoundary({ data: { parkId, year, boundary } }: { data: YearDetail }) {
  const { t } = useTranslation();
  const { registered, stated } = boundary;
  const differs = stated !== null && stated !== registered;
  return (
    <section aria-labelledby="year-boundary">
      <h2 id="year-boundary">{t('boundary.yearTitle')}</h2>
      {registered === null && <p className={differs ? 'notice attention' : 'soft'}>{differs ? t('boundary.yearNoneStated', { year, stated }) : t('boundary.yearNone', { year })}</p>}
      {registered !== null && <p className={differs ? 'notice attention' : undefined}>{differs ? t('boundary.yearDiffers', { year, registered, stated }) : t('boundary.yearRegistered', { year, registered })}</p>}
      <p><Link to={`/parks/${parkId}#boundary`}>{t('boundary.yearSee')}</Link></p>
    </section>
  );
}
