import { useTranslation } from 'react-i18next';
import { clauses } from './clauses';
import type { Bounds } from './BoundaryDiff';

/** The four bounds of two boundaries side by side; what is not in the other one is marked. */
export function BoundaryWords({ before, after }: { before: Bounds; after: Bounds }) {
  const { t } = useTranslation();
  return (
    <div className="boundary-words">
      <h3>{t('bounds.words')}</h3>
      {before.words === after.words ? <><p className="soft">{t('bounds.same')}</p>{after.words && <p lang="zh-CN">{after.words}</p>}</> : (
        <dl className="boundary-pair">
          <div><dt>{before.title}</dt><dd><Marked words={before.words} other={after.words} mark="del" /></dd></div>
          <div><dt>{after.title}</dt><dd><Marked words={after.words} other={before.words} mark="ins" /></dd></div>
        </dl>
      )}
    </div>
  );
}

function Marked({ words, other, mark: Mark }: { words: string | null; other: string | null; mark: 'del' | 'ins' }) {
  const { t } = useTranslation();
  if (!words) return <span className="soft">{t('bounds.none')}</span>;
  return <span lang="zh-CN">{clauses(words, other ?? '').map(({ text, kept }, index) => (kept ? <span key={index}>{text}</span> : <Mark key={index}>{text}</Mark>))}</span>;
}
