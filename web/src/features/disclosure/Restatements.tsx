import { useTranslation } from 'react-i18next';
import { factLines } from './facts';

/** Earlier versions of the year that were replaced, with the reason given. */
export function Restatements({ restatements }: { restatements: unknown[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="restatements">
      <h2 id="restatements">{t('year.restatements')}</h2>
      {restatements.length === 0 ? <p className="empty">{t('year.restatementsEmpty')}</p> : (
        <ol className="hashes">
          {restatements.map((restatement, index) => (
            <li key={index}>
              <dl className="facts small">{factLines(restatement as Record<string, unknown>, t).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
