import { useTranslation } from 'react-i18next';
import { clock } from '../../lib/date';
import type { SaveState } from './use-autosave';

type Props = { state: SaveState; savedAt: string | null | undefined; wrong: number; mayNotSubmit: boolean };

/** Whether what is on the screen is safe, in one line. */
export function DraftState({ state, savedAt, wrong, mayNotSubmit }: Props) {
  const { t, i18n } = useTranslation();
  return <span className="soft" role="status">{words()}</span>;

  function words(): string {
    switch (state) {
      case 'saving': return t('draft.saving');
      case 'unsaved': return t('draft.unsaved');
      case 'refused': return t('draft.held', { count: Math.max(wrong, 1) });
      case 'failed': return t('draft.stopped');
      default: return [savedAt ? t('draft.savedAt', { time: clock(savedAt, i18n.language) }) : '', mayNotSubmit ? t('year.notYet') : ''].filter(Boolean).join(' · ');
    }
  }
}
