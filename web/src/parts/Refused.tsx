import { useTranslation } from 'react-i18next';
import { explain, explainField, fieldId, Problem } from '../api/problem';
import { signInAddress } from '../api/session';

type Props = {
  problem: unknown;
  onReload?: () => void;
  /** The element a pointer means, where a page holds two forms with a field of the same name. */
  idOf?: (pointer: string) => string;
};

/** A refusal in words; wrong fields are listed with links to them, an expired session with the way back in. */
export function Refused({ problem, onReload, idOf = fieldId }: Props) {
  const { t } = useTranslation();
  const errors = problem instanceof Problem ? problem.errors : [];
  const at = (label: string | undefined, message: string) => (label ? t('problem.at', { label, message }) : message);
  const expired = problem instanceof Problem && problem.isSignedOut && problem.code !== 'sign-in-refused';
  return (
    <div className="notice refused" role="alert" tabIndex={-1} ref={focusOnce}>
      <h2>{errors.length > 0 ? t('problem.summary', { count: errors.length }) : t('problem.title')}</h2>
      {errors.length === 0 && <p>{explain(problem, t)}</p>}
      {errors.length > 0 && (
        <ul>{errors.map((error) => <li key={error.pointer + error.message}><a href={`#${idOf(error.pointer)}`} onClick={toField}>{at(labelOf(idOf(error.pointer)), explainField(error, t))}</a></li>)}</ul>
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

/** The words of a field on the page; nothing where there is no such field. */
function labelOf(id: string): string | undefined {
  const label = document.querySelector(`label[for="${id}"]`)?.textContent ?? document.getElementById(id)?.getAttribute('aria-label');
  return label?.trim() || undefined;
}

/** Goes to the field itself, not only to its place on the page; the address stays as it is. */
function toField(event: React.MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.scrollIntoView({ block: 'center' });
  field.focus({ preventScroll: true });
}
