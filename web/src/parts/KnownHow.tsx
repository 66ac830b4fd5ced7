import { useTranslation } from 'react-i18next';
import type { Result } from '../api/types';
import { Quantity } from './Quantity';

const labels = ['measured', 'calculated', 'default', 'estimated', 'unstated'] as const;

/** How well the headline figures are known: the shares of measured, calculated, default and estimated lines. */
export function KnownHow({ result }: { result: Result }) {
  const { t } = useTranslation();
  const { co2, tce } = result.quality ?? {};
  if (!co2 && !tce) return null;
  return (
    <table>
      <thead><tr><th scope="col">{t('known.title')}</th><th scope="col" className="number">{t('known.co2')}</th><th scope="col" className="number">{t('known.tce')}</th></tr></thead>
      <tbody>
        {labels.map((label) => (
          <tr key={label}>
            <th scope="row">{t(`known.${label}`)}</th>
            <td className="number"><Quantity value={co2?.[label] ?? null} unit="1" /></td>
            <td className="number"><Quantity value={tce?.[label] ?? null} unit="1" /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
