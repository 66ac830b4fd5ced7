import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { read, workflows } from '../../api/client';
import { day } from '../../lib/date';
import { State } from '../../parts/Tags';

/** 抄送: tasks that the reader was given to read, the latest first. */
export function Copies({ names }: { names: ReadonlyMap<string, string> }) {
  const { t, i18n } = useTranslation();
  const { data } = useQuery({ queryKey: ['inbox', 'copies'], queryFn: () => read(workflows.GET('/copies')) });
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="copies">
      <h2 id="copies">{t('copies.title')}</h2>
      <p className="small soft">{t('copies.about')}</p>
      <ul className="tasks">
        {data.items.map((copy) => (
          <li key={copy.task}>
            <span className="case-facts">
              <Link to={copy.kind ? `/desk/tasks/${copy.task}` : `/desk/processes/${copy.instance}`}>{copy.kind ? t(`kind.${copy.kind}`, { defaultValue: copy.node }) : t('copies.case')}</Link>
              <span lang="zh-CN">{(copy.park && names.get(copy.park)) ?? ''}</span>
            </span>
            <span className="case-facts"><State look={copy.kind ? 'active' : 'met'}>{t(copy.kind ? 'copies.open' : 'copies.over')}</State><time dateTime={copy.at}>{day(copy.at, i18n.language)}</time></span>
          </li>
        ))}
      </ul>
    </section>
  );
}
