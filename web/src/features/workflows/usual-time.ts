import type { TFunction } from 'i18next';

/** How long a step usually takes; what takes hours is not said to take 0 days. */
export const usualTime = (medianDays: string, t: TFunction): string => (Number(medianDays) < 1 ? t('case.underADay') : t('case.days', { count: Number(medianDays) }));
