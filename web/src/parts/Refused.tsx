import { useTranslation } from 'react-i18next';
import { explain, explainField, fieldId, Problem } from '../api/problem';

/** A refusal in words; wrong fields are listed with links to them. */
export function Refused({ problem, onReload }: { problem: unknown; onReload?: () => void }) {
  const { t } = useTranslation();
  const errors = problem instanceof Problem ? problem.errors : [];
  return (
    <div className="notice refused" role="alert" tabIndex={-1} ref={focusOnce}>
      <h2>{errors.length > 0 ? t('problem.summary', { count: errors.length }) : t('problem.title')}</h2>
      {errors.length === 0 && <p>{explain(problem, t)}</p>}
      {errors.length > 0 && (
        <ul>{errors.map((error) => <li key={error.pointer + error.message}><a href={`#${fieldId(error.pointer)}`}>{explainField(error, t)}</a></li>)}</ul>
      )}
      {onReload && <p><button type="button" className="link" onClick={onReload}>{t('reload')}</button></p>}
    </div>
  );
}

/** The summary takes the focus when it appears, so that it is heard and seen. */
function focusOnce(element: HTMLElement | null) {
  element?.focus();
}
