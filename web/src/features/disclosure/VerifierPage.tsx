import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useTitle } from '../../lib/title';
import { Skeleton } from '../../parts/Skeleton';
import { NotFound } from '../../public/NotFound';
import './groups.css';
import { useBodies } from './groups';
import { YearItems } from './YearItems';

/** One verification body: how much it signed, how often it found something, and every disclosed statement. */
export function VerifierPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { data } = useBodies();
  const body = data?.items.find((one) => one.id === id);
  useTitle(body?.name);
  if (data && !body) return <NotFound />;
  if (!body) return <Skeleton lines={6} height={32} />;
  return (
    <article className="groups">
      <header>
        <h1 lang="zh-CN">{body.name}</h1>
        <dl className="facts">
          {(['years', 'parks', 'unmodified', 'findings'] as const).map((name) => <div key={name}><dt>{t(`body.${name}`)}</dt><dd>{body[name]}</dd></div>)}
        </dl>
      </header>
      <section aria-labelledby="years">
        <h2 id="years">{t('body.of')}</h2>
        <YearItems query={{ body: id }} label={t('body.of')} />
      </section>
    </article>
  );
}
