import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, workflows } from '../../api/client';
import { useCommand } from '../../desk/command';
import { Awaited, DeskPage } from '../../desk/DeskPage';
import { MailSettings } from './MailSettings';
import { NoticeList } from './NoticeList';
import { StuckMails } from './StuckMails';
import { useNotices } from './use-notices';
import { useMe } from '../../desk/me';
import './workflows.css';

/** What the processes told me, newest first, and how I want to be told. */
export function NoticesPage() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [unreadOnly, setUnreadOnly] = useState(false);
  const { data, error, refetch } = useNotices();
  const mark = useCommand((notices: string[] | null) => read(workflows.PUT('/notices/read', { body: { notices } })), ['notices']);
  if (!data) return <Awaited error={error} onReload={() => void refetch()} />;
  const shown = unreadOnly ? data.items.filter((notice) => !notice.read) : data.items;
  const count = data.unread === 0 ? t('notices.allRead') : t('notices.unreadCount', { count: data.unread });
  return (
    <DeskPage title={t('page.notices')} about={t('notices.about')}
      aside={<Button disabled={data.unread === 0} loading={mark.isPending} onClick={() => { mark.mutate(null); }}>{t('notices.markAll')}</Button>}>
      {data.items.length === 0 && <p className="empty">{t(`notices.empty.${me?.role ?? 'other'}`, { defaultValue: t('notices.empty.other') })}</p>}
      {data.items.length > 0 && (
        <section aria-label={t('page.notices')}>
          <div className="inbox-tools">
            <div className="segmented" role="group" aria-label={t('notices.filter')}>
              <button type="button" aria-pressed={!unreadOnly} onClick={() => { setUnreadOnly(false); }}>{t('notices.all')}</button>
              <button type="button" aria-pressed={unreadOnly} onClick={() => { setUnreadOnly(true); }}>{t('notices.unread')}</button>
            </div>
            <p role="status" className="small soft">{count}</p>
          </div>
          {shown.length === 0 ? <p className="empty">{t('notices.noneUnread')}</p> : <NoticeList items={shown} onRead={(id) => { mark.mutate([id]); }} />}
        </section>
      )}
      <MailSettings />
      {me?.actions?.includes('operate') && <StuckMails />}
    </DeskPage>
  );
}
