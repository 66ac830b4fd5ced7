import { useTranslation } from 'react-i18next';
import type { ReviewNote } from '../../api/types';
import { day } from '../../lib/date';

/** What reviewers decided so far; the newest is what the park reads first. */
export function ReviewNotes({ notes }: { notes: ReviewNote[] }) {
  const { t, i18n } = useTranslation();
  if (notes.length === 0) return null;
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t('application.notes')}</h2>
      <ol className="decisions">
        {[...notes].reverse().map((note) => (
          <li key={note.at + note.kind}>
            <time dateTime={note.at}>{day(note.at, i18n.language)}</time>
            <div>
              <p><strong>{t(`note.${note.kind}`, { defaultValue: note.kind })}</strong> · {t(`actor.${note.by}`, { defaultValue: note.by })}</p>
              {note.reasons && <p className="prose" lang="zh-CN">{note.reasons}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
