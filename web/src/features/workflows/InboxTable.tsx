import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../desk/me';
import { moveBetweenRows } from '../../desk/rows';
import { day } from '../../lib/date';
import { State } from '../../parts/Tags';
import { dueOf } from './due';
import { DueTag } from './DueTag';
import type { Row } from './inbox-rows';
import { useClaims } from './use-claims';
import './workflows.css';

const filters = ['filterAll', 'filterMine', 'filterUnclaimed', 'filterLate'] as const;
type Filter = (typeof filters)[number];

const fits: Record<Filter, (row: Row) => boolean> = {
  filterAll: () => true,
  filterMine: (row) => row.holder !== 'unclaimed',
  filterUnclaimed: (row) => row.holder === 'unclaimed',
  filterLate: (row) => ['overdue', 'today', 'soon'].includes(dueOf(row.due).state),
};

/** The inbox, worked by keyboard: arrows move between rows, Enter opens, Space selects. */
export function InboxTable({ rows, complete }: { rows: Row[]; complete: boolean }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const [filter, setFilter] = useState<Filter>('filterAll');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const claims = useClaims(() => { setChosen([]); });
  const word = search.trim().toLowerCase();
  const shown = rows.filter((row) => fits[filter](row) && (word === '' || row.parkName.toLowerCase().includes(word) || t(row.what, { defaultValue: row.what }).toLowerCase().includes(word)));
  const claimable = shown.filter((row) => row.task?.actions.includes('claim'));
  const picked = claimable.filter((row) => chosen.includes(row.key));
  if (rows.length === 0) return complete && me ? <p className="empty">{t(`inbox.empty.${me.role}`, { defaultValue: t('inbox.empty.other') })}</p> : null;
  return (
    <>
      <div className="inbox-tools">
        <div className="segmented" role="group" aria-label={t('work.filter')}>
          {filters.map((name) => <button key={name} type="button" aria-pressed={filter === name} onClick={() => { setFilter(name); }}>{t(`work.${name}`)}</button>)}
        </div>
        <input className="input inbox-search" type="search" aria-label={t('work.search')} placeholder={t('work.search')} value={search} onChange={(event) => { setSearch(event.target.value); }} />
        {picked.length > 0 && <Button type="primary" loading={claims.isPending} onClick={() => { claims.mutate(picked.flatMap((row) => row.task ?? [])); }}>{t('work.claimChosen', { count: picked.length })}</Button>}
      </div>
      <div role="status" className="small soft">
        {claims.data && <p>{t('work.claimedSome', { count: claims.data.claimed })}{claims.data.failed > 0 && ` ${t('work.claimFailed', { count: claims.data.failed })}`}</p>}
        <p>{shown.length === 0 ? t('work.none') : t('inbox.count', { count: shown.length })}</p>
      </div>
      {shown.length > 0 && (
        <table className="stacks inbox" role="table" onKeyDown={moveBetweenRows}>
          <caption className="hidden">{t('page.inbox')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {claimable.length > 0 && <th role="columnheader" scope="col"><span className="hidden">{t('work.claim')}</span></th>}
              {['inbox.what', 'inbox.park', 'inbox.year', 'work.due_', 'work.state', 'inbox.since'].map((name) => <th key={name} role="columnheader" scope="col">{t(name)}</th>)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row) => (
              <One key={row.key} row={row} selectable={claimable.length > 0} chosen={chosen.includes(row.key)}
                onChoose={(on) => { setChosen(on ? [...chosen, row.key] : chosen.filter((key) => key !== row.key)); }} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function One({ row, selectable, chosen, onChoose }: { row: Row; selectable: boolean; chosen: boolean; onChoose: (on: boolean) => void }) {
  const { t, i18n } = useTranslation();
  const what = t(row.what, { defaultValue: row.task?.task.node ?? row.what });
  const canClaim = row.task?.actions.includes('claim') ?? false;
  return (
    <tr role="row">
      {selectable && <td role="cell" className="pick">{canClaim && <Checkbox aria-label={t('work.select', { what: `${what} ${row.parkName}` })} checked={chosen} onChange={(event) => { onChoose(event.target.checked); }} />}</td>}
      <th scope="row" role="rowheader"><Link to={row.href}>{what}</Link></th>
      <td role="cell" lang="zh-CN">{row.parkName || '–'}</td>
      <td role="cell" className={row.year === null ? 'number-left none' : 'number-left'}>{row.year ?? '–'}</td>
      <td role="cell"><DueTag due={row.due} /></td>
      <td role="cell">{row.recording ? <State look="active">{t('work.recordingShort')}</State> : t(`work.${row.holder === 'page' ? 'mine' : row.holder}`)}</td>
      <td role="cell"><time dateTime={row.since}>{day(row.since, i18n.language)}</time></td>
    </tr>
  );
}
