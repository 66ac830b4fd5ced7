import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { identity, read } from '../../api/client';
import { useMe } from '../../desk/me';
import { clock } from '../../lib/date';
import type { Conflict } from './use-autosave';

type Props = { conflict: Conflict; onTheirs: () => void; onMine: () => void };

/** Two people at one draft: who and when, and the choice between the two. Nothing is overwritten unseen. */
export function DraftConflict({ conflict, onTheirs, onMine }: Props) {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => read(identity.GET('/colleagues')) });
  const name = conflict.by === me?.id ? t('draft.self') : (colleagues.data?.items.find((item) => item.id === conflict.by)?.displayName ?? t('draft.other'));
  return (
    <div className="notice attention" role="alert">
      <h2>{t('draft.conflict')}</h2>
      <p>{t('draft.by', { name, time: clock(conflict.at, i18n.language) })}</p>
      <div className="actions">
        <Button onClick={onTheirs}>{t('draft.theirs')}</Button><span className="soft">{t('draft.theirsHint')}</span>
      </div>
      <div className="actions">
        <Button onClick={onMine}>{t('draft.mine')}</Button><span className="soft">{t('draft.mineHint')}</span>
      </div>
    </div>
  );
}
