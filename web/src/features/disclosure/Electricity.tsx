import { useTranslation } from 'react-i18next';
import type { YearDetail } from '../../api/types';
import { say } from '../../lib/say';
import { Quantity } from '../../parts/Quantity';
import { electricityKinds } from './electricity';
import { Figure, type Standing } from './Figure';
import { counting } from './park-data';

/** The latest year's electricity by source, with bars to the same measure, and how much of it is supplied directly. */
export function Electricity({ year, standing }: { year: YearDetail; standing: Standing }) {
  const { t, i18n } = useTranslation();
  const result = counting(year)?.result;
  const kinds = result ? electricityKinds(result) : [];
  if (!result || kinds.length === 0) return null;
  const most = Math.max(...kinds.map(({ mwh }) => Math.abs(Number(mwh))));
  return (
    <section aria-labelledby="electricity">
      <h2 id="electricity">{t('park.electricity')}</h2>
      <p className="small soft">{t(`figure.basis.${standing.basis}`, { year: standing.year })} · {t('park.electricityWhat')}</p>
      <table className="kinds">
        <caption className="hidden">{t('park.electricity')}</caption>
        <tbody>
          {kinds.map(({ label, mwh }) => (
            <tr key={label.en}>
              <th scope="row">{say(label, i18n.language)}</th>
              <td className="bar" aria-hidden="true"><i style={{ width: `${String(most > 0 ? (100 * Math.abs(Number(mwh))) / most : 0)}%` }} /></td>
              <td className="number"><Quantity value={mwh} unit="MWh" /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('figure.name.directSupplyShare')} <Figure figure="directSupplyShare" value={result.directSupplyShare} unit="1" result={result} standing={standing} /></p>
    </section>
  );
}
