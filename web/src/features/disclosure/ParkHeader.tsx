import { useTranslation } from 'react-i18next';
import type { ParkDetail } from '../../api/types';
import { provinceName } from '../../lib/provinces';
import { isStage, isStopped } from '../../lib/stage';
import { Stepper } from '../../parts/Stepper';
import { DemoTag } from '../../parts/Tags';

/** Name, where it is, and how far it has come. */
export function ParkHeader({ park }: { park: ParkDetail }) {
  const { t, i18n } = useTranslation();
  const stage = isStage(park.stage) ? park.stage : undefined;
  return (
    <header className="park-head">
      <h1><span lang="zh-CN">{park.name}</span> {park.demo && <DemoTag />}</h1>
      <p className="soft">
        {provinceName(park.province.adcode, i18n.language, park.province.name)}
        {park.city && park.city !== park.province.name && <> · <span lang="zh-CN">{park.city}</span></>}
        {' · '}{t(`scope.${park.scope}`)} · {t('park.period', { from: park.constructionStart, to: park.constructionEnd })}
      </p>
      {stage && isStopped(stage) && <div className="notice attention"><p>{t(`park.stopped.${stage}`)}</p></div>}
      {stage && <Stepper stage={stage} />}
    </header>
  );
}
