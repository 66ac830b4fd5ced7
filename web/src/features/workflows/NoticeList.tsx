import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeskNotice } from '../../api/types';
import { moveBetweenRows } from '../../desk/rows';
import { dayAndTime } from '../../lib/date';
import { State } from '../../parts/Tags';
import { lastDay } from './due';

/** Unread ones stand out by colour and by word. Following the link reads a notice, and so does the button. */
export function NoticeList({ items, onRead }: { items: DeskNotice[]; onRead: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <table className="stacks notices" role="table" onKeyDown={moveBetweenRows}>
      <caption className="hidden">{t('page.notices')}</caption>
      <thead role="rowgroup">
        <tr role="row">{['notices.what', 'notices.state', 'work.due_', 'notices.mail', 'notices.at', 'notices.action'].map((name) => <th key={name} role="columnheader" scope="col">{t(name)}</th>)}</tr>
      </thead>
      <tbody role="rowgroup">{items.map((notice) => <One key={notice.id} notice={notice} onRead={() => { if (!notice.read) onRead(notice.id); }} />)}</tbody>
    </table>
  );
}

function One({ notice, onRead }: { notice: DeskNotice; onRead: () => void }) {
  const { t, i18n } = useTranslation();
  const park = notice.name ?? t('notices.somePark');
  const year = notice.businessKey?.split('/')[1];
  const task = notice.kind === null ? '' : t(`kind.${notice.kind}`, { defaultValue: notice.kind });
  const href = notice.task === null ? `/desk/processes/${notice.instance}` : `/desk/tasks/${notice.task}`;
  return (
    <tr role="row" className={notice.read ? undefined : 'unread'}>
      <th scope="row" role="rowheader">
        <Link to={href} onClick={onRead}>{t(`notices.template.${notice.template}`, { task, defaultValue: notice.template })}</Link>
        <span className="soft"> <span lang="zh-CN">{park}</span>{year !== undefined && ` · ${year}`}</span>
      </th>
      <td role="cell"><State look={notice.read ? 'unknown' : 'active'}>{t(notice.read ? 'notices.isRead' : 'notices.isUnread')}</State></td>
      <td role="cell" className={notice.due === null ? 'none' : undefined}>{notice.due === null ? '–' : t('notices.until', { day: lastDay(notice.due, i18n.language) })}</td>
      <td role="cell" className={notice.mail === null ? 'none' : undefined}><Mailed notice={notice} /></td>
      <td role="cell"><time dateTime={notice.at}>{dayAndTime(notice.at, i18n.language)}</time></td>
      <td role="cell" className={notice.read ? 'none' : undefined}>{!notice.read && <Button size="small" onClick={onRead}>{t('notices.mark')}</Button>}</td>
    </tr>
  );
}

function Mailed({ notice }: { notice: DeskNotice }) {
  const { t } = useTranslation();
  if (notice.mail === null) return '–';
  return (
    <>
      {t(`notices.mailState.${notice.mail}`)}
      {notice.trouble !== null && notice.mail !== 'sent' && <span className="small soft"> {t(`notices.trouble.${notice.trouble}`, { code: notice.trouble, defaultValue: t('notices.trouble.other', { code: notice.trouble }) })}</span>}
    </>
  );
}
