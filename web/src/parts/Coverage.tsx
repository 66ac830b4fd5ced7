import { useTranslation } from 'react-i18next';
import type { EnterpriseCoverage } from '../api/types';
import { Quantity } from './Quantity';

/** How much of the energy an enterprise stands behind, and how well; the base is named. */
export function Coverage({ coverage }: { coverage: EnterpriseCoverage | null }) {
  const { t } = useTranslation();
  if (!coverage) return null;
  return (
    <dl className="facts">
      <div><dt>{t('coverage.enterprises')}</dt><dd>{coverage.enterprises}</dd></div>
      {(['measured', 'estimated', 'missing'] as const).map((part) => <div key={part}><dt>{t(`coverage.${part}`)}</dt><dd><Quantity value={coverage[part]} unit="1" /></dd></div>)}
    </dl>
  );
}
