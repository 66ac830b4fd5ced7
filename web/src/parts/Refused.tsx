import { useTranslation } from 'react-i18next';
import { explain, explainField, fieldId, Problem } from '../api/problem';
import { signInAddress } from '../api/session';

/** A refusal in words; wrong fields are listed with links to them, an expired session with the way back in. */
export function Refused({ problem, onReload }: { problem: unknown; onReload?: () => void }) {
  const { t } = useTranslation();
  const errors = problem instanceof Problem ? problem.errors : [];
  const expired = problem instanceof Problem && problem.isSignedOut && problem.code !== 'sign-in-refused';
  return (
    <div className="notice refused" role="alert" tabIndex={-1} ref={focusOnce}>
      <h2>{errors.length > 0 ? t('problem.summary', { count: errors.length }) : t('problem.title')}</h2>
      {errors.length === 0 && <p>{explain(problem, t)}</p>}
      {errors.length > 0 && (
        <ul>{errors.map((error) => <li key={error.pointer + error.message}><a href={`#${fieldId(error.pointer)}`} onClick={toField}>{explainField(error, t)}</a></li>)}</ul>
      )}
      {expired && <p><a href={signInAddress('/desk')} target="_blank" rel="noreferrer">{t('problem.signInAgain')}</a></p>}
      {onReload && <p><button type="button" className="link" onClick={onReload}>{t('reload')}</button></p>}
    </div>
  );
}

/** The summary takes the focus when it appears, so that it is heard and seen. */
function focusOnce(element: HTMLElement | null) {
  element?.focus();
}

/** Goes to the field itself, not only to its place on the page; the address stays as it is. */
function toField(event: React.MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
