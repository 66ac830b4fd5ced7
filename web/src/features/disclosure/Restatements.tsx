import { useTranslation } from 'react-i18next';
import type { Restatement } from '../../api/types';
import { day } from '../../lib/date';
import { Quantity } from '../../parts/Quantity';

const rows = [['total', 't'], ['energy', 'tce'], ['core', 't/tce']] as const;

/** Earlier disclosed values beside what replaced them, with the reason given. */
export function Restatements({ restatements }: { restatements: (Restatement & { year?: number })[] }) {
  const { t, i18n } = useTranslation();
  return (
    <section aria-labelledby="restatements">
      <h2 id="restatements">{t('year.restatements')}</h2>
      {restatements.length === 0 && <p className="empty">{t('year.restatementsEmpty')}</p>}
      {restatements.map((restatement) => (
        <div key={`${String(restatement.year ?? '')}-${String(restatement.version)}`}>
          <h3>{restatement.year && <>{t('year.title', { year: restatement.year })} · </>}{t('year.restated', { version: restatement.version, day: day(restatement.at, i18n.language) })}</h3>
          {restatement.reason && <p lang="zh-CN">{restatement.reason}</p>}
          <table>
            <thead><tr><th scope="col">{t('year.figure')}</th><th scope="col" className="number">{t('year.old')}</th><th scope="col" className="number">{t('year.new')}</th></tr></thead>
            <tbody>
              {rows.map(([figure, unit]) => {
                const member = figure === 'energy' ? 'tce' : figure;
                return (
                  <tr key={figure}>
                    <th scope="row">{t(`figure.name.${figure}`)}</th>
                    <td className="number"><Quantity value={restatement.old[member]} unit={unit} /></td>
                    <td className="number"><Quantity value={restatement.new[member]} unit={unit} /></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}
