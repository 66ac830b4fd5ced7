import { useTranslation } from 'react-i18next';
import { exact } from '../../../lib/decimal';
import { Icon } from '../../../parts/Icon';
import { useYear } from '../year-context';
import { inUnit } from './numbers';
import { jump } from './previous';

/** Last year's number below this year's; a quiet word where they are far apart. */
export function LastYear({ id, now, last, places }: { id: string; now: string | undefined; last: string; places: number }) {
  const { t } = useTranslation();
  const { previous } = useYear();
  const percent = jump(now, last);
  return (
    <span id={id} className="last-year">
      {t('form.last', { year: previous?.year, value: exact(inUnit(last, places)) })}
      {percent !== undefined && <span className="jump"><Icon name="attention" />{t(percent > 0 ? 'form.more' : 'form.less', { percent: Math.abs(percent) })}</span>}
    </span>
  );
}
