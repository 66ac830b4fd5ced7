import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { read, workflows } from '../../api/client';
import { DeskPage } from '../../desk/DeskPage';
import { useMe } from '../../desk/me';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';
import { byMonth, deadlinesOf, ics, type Deadline as LastDay } from './calendar';
import { Deadline } from './Deadline';
import { DueTag } from './DueTag';
import { rowsOf } from './inbox-rows';
import { useDesk, useParkNames } from './use-tasks';
import './workflows.css';

/** Every last day that concerns the reader, by month, each with its reason; to be taken into one's own calendar. */
export function CalendarPage() {
  const { t, i18n } = useTranslation();
  const { data: me } = useMe();
  const desk = useDesk();
  const { names } = useParkNames();
  const isPark = me?.role === 'park';
  const cases = useQuery({ queryKey: ['inbox', 'cases'], enabled: isPark, queryFn: () => read(workflows.GET('/instances')) });
  const deadlines = deadlinesOf(rowsOf(desk.data, [], names, me?.id), isPark ? cases.data?.items ?? [] : [], names);
  const said = (each: LastDay) => [each.row ? t(each.what, { defaultValue: each.row.task?.task.node ?? each.what }) : t('calendar.waits'), each.parkName].filter(Boolean).join(' · ');
  const file = ics(deadlines, said, location.origin);
  const failed = desk.error ?? cases.error;
  return (
    <DeskPage title={t('page.calendar')} about={t(isPark ? 'calendar.aboutPark' : 'calendar.about')}
      aside={deadlines.length > 0 && <a className="button quiet" download="deadlines.ics" href={`data:text/calendar;charset=utf-8,${encodeURIComponent(file)}`}>{t('calendar.take')}</a>}>
      {failed && <Refused problem={failed} onReload={() => { void desk.refetch(); void cases.refetch(); }} />}
      {!failed && deadlines.length === 0 && <p className="empty">{t('calendar.empty')}</p>}
      {byMonth(deadlines).map(([month, days]) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`}>{new Intl.DateTimeFormat(i18n.language.startsWith('zh') ? 'zh-CN' : 'en-GB', { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))}</h2>
          <ul className="decisions calendar">{days.map((each) => <One key={each.key} each={each} said={said(each)} />)}</ul>
        </section>
      ))}
    </DeskPage>
  );
}

function One({ each, said }: { each: LastDay; said: string }) {
  const { t, i18n } = useTranslation();
  const [why, setWhy] = useState(false);
  const task = each.row?.task?.task;
  return (
    <li>
      <time dateTime={each.day}>{day(each.day, i18n.language)}</time>
      <div className="stack-4">
        <p className="case-facts"><Link to={each.href}>{said}</Link><span><DueTag due={each.due} /></span></p>
        {task && !why && <div><Button type="link" className="inline" onClick={() => { setWhy(true); }}>{t('work.why')}</Button></div>}
        {task && why && <Deadline id={task.id} process={task.process} node={task.node} instance={task.instance} open />}
      </div>
    </li>
  );
}
