import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { disclosure, read } from '../../api/client';
import type { FigureCount } from '../../api/types';
import { group } from '../../lib/decimal';
import { readFilter, writeFilter } from '../../lib/filter';
import { Skeleton } from '../../parts/Skeleton';

/** Four figures; each links to the records that it counts. */
export function Figures() {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: ['figures'], queryFn: () => read(disclosure.GET('/figures')) });
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="hidden">{t('home.figures')}</h2>
      {!data && !error && <Skeleton height={100} />}
      <ul className="figures">{data?.items.map((figure) => <Figure key={figure.id} figure={figure} />)}</ul>
    </section>
  );
}

function Figure({ figure }: { figure: FigureCount }) {
  const { t } = useTranslation();
  const [path = '', query = ''] = figure.query.split('?');
  return (
    <li>
      <Link to={path === '/parks' ? { pathname: '/', search: writeFilter(readFilter(new URLSearchParams(query))), hash: '#parks' } : path}>
        <span className="value">{group(String(figure.value))}</span>
        <span className="label">{t(`home.figure.${figure.id}`)}</span>
        {figure.demo > 0 && <span className="soft small">{t('home.ofWhichDemo', { count: figure.demo })}</span>}
      </Link>
    </li>
  );
}
