import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ParkDetail } from '../../api/types';
import { day } from '../../lib/date';
import { industryKey } from '../../lib/industry';
import { provinceName } from '../../lib/provinces';
import { Quantity } from '../../parts/Quantity';
import { BoundarySketch } from './BoundarySketch';

/** What the register holds about the park itself, and its boundary. */
export function ParkFacts({ park, children }: { park: ParkDetail; children?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const industry = industryKey(park.industryGroup);
  const now = park.boundaries.at(-1);
  return (
    <aside className="aside" aria-label={t('park.facts')}>
      <section aria-labelledby="facts">
        <h2 id="facts">{t('park.facts')}</h2>
        <dl className="facts">
          <div><dt>{t('park.listNumber')}</dt><dd>{park.listNumber ?? t('none')}</dd></div>
          {park.list && <div><dt>{t('park.document')}</dt><dd lang="zh-CN">{park.list.document}</dd></div>}
          {park.list && <div><dt>{t('park.publishedOn')}</dt><dd>{day(park.list.publishedOn, i18n.language)}</dd></div>}
          <div><dt>{t('park.province')}</dt><dd>{provinceName(park.province.adcode, i18n.language, park.province.name)}</dd></div>
          <div><dt>{t('park.city')}</dt><dd lang="zh-CN">{park.city}</dd></div>
          <div><dt>{t('park.scope')}</dt><dd>{t(`scope.${park.scope}`)}</dd></div>
          <div><dt>{t('park.construction')}</dt><dd>{park.constructionStart}–{park.constructionEnd}</dd></div>
          <div><dt>{t('park.baseYear')}</dt><dd>{park.baseYear}</dd></div>
          <div><dt>{t('park.industry')}</dt><dd>{industry ? t(industry) : park.industryGroup}</dd></div>
        </dl>
      </section>
      <section aria-labelledby="boundary">
        <h2 id="boundary">{t('park.boundary')}</h2>
        {park.fourBounds ? <p lang="zh-CN">{park.fourBounds}</p> : <p className="soft">{t('park.boundaryEmpty')}</p>}
        <BoundarySketch geometry={park.boundary} name={park.name} />
        {now && (
          <dl className="facts">
            {now.areaKm2 && <div><dt>{t('boundary.area')}</dt><dd><Quantity value={now.areaKm2} unit="km²" /></dd></div>}
            {now.validFrom !== null && <div><dt>{t('boundary.since')}</dt><dd>{t('boundary.fromYear', { year: now.validFrom })}</dd></div>}
          </dl>
        )}
        {now && now.number > 1 && <p>{t('boundary.now', { number: now.number })} · <a href="#boundaries">{t('boundary.see', { total: park.boundaries.length })}</a></p>}
      </section>
      {children}
    </aside>
  );
}
