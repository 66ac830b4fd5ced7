import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { read, workflows } from '../../api/client';
import type { CountedProcess } from '../../api/types';
import { DeskPage } from '../../desk/DeskPage';
import { nodesOf, titleOf } from '../../lib/bpmn';
import { day } from '../../lib/date';
import { provinceName } from '../../lib/provinces';
import { Drawing } from '../../parts/Drawing';
import type { NodeMark } from '../../parts/drawing/marks';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { State } from '../../parts/Tags';
import { DueTag } from './DueTag';
import { useDrawings } from './use-picture';
import { useParkNames } from './use-tasks';
import { usualTime } from './usual-time';
import './workflows.css';

/** The pipeline as a whole: how many cases stand where, what is late, how long each step took. */
export function ProcessesPage() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['processes'], queryFn: () => read(workflows.GET('/processes')), refetchInterval: 15_000 });
  const drawings = useDrawings((data?.items ?? []).map(({ id, sha256 }) => ({ process: id, sha256 })));
  const [at, setAt] = useState('application');
  const process = data?.items.find((each) => each.id === at) ?? data?.items[0];
  return (
    <DeskPage title={t('page.processes')} about={data?.province ? t('processes.aboutProvince', { province: provinceName(data.province, i18n.language) }) : t('processes.about')}>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton lines={4} height={64} />}
      {data && (
        <ul className="process-counts">
          {data.items.map((each) => (
            <li key={each.id} aria-current={each.id === process?.id ? 'true' : undefined}>
              <button type="button" className="link" aria-pressed={each.id === process?.id} onClick={() => { setAt(each.id); }}>{each.isSlot ? t(`designer.slot.${each.id}`, { defaultValue: each.id }) : titleOf(drawings.get(each.id) ?? '', i18n.language) || each.id}</button>
              <span><span className="value">{each.isSlot ? open(each) : each.running}</span> {t(each.isSlot ? 'processes.openHere' : 'processes.running')}</span>
              <span className="small soft">{each.isSlot ? t('processes.slot') : t('processes.ended', { count: each.ended })}{each.suspended > 0 && ` · ${t('processes.suspended', { count: each.suspended })}`}</span>
              {each.overdue > 0 && <State look="attention">{t('processes.overdue', { count: each.overdue })}</State>}
              {each.incidents > 0 && <State look="not-met">{t('processes.incidents', { count: each.incidents })}</State>}
            </li>
          ))}
        </ul>
      )}
      {process && <One process={process} xml={drawings.get(process.id)} />}
      {process && !process.isSlot && <Cases process={process.id} />}
    </DeskPage>
  );
}

const open = (process: CountedProcess) => process.nodes.reduce((sum, node) => sum + node.open, 0);

function One({ process, xml }: { process: CountedProcess; xml: string | undefined }) {
  const { t, i18n } = useTranslation();
  const marks = useMemo<NodeMark[]>(() => process.nodes.filter((node) => node.open + node.incidents > 0).map((node) => ({
    node: node.node, state: node.incidents > 0 ? 'incident' : node.overdue > 0 ? 'overdue' : 'active', note: t(node.overdue > 0 ? 'processes.noteLate' : 'processes.note', { open: node.open, overdue: node.overdue }),
  })), [process, t]);
  if (!xml) return <Skeleton height={360} />;
  const counted = new Map(process.nodes.map((node) => [node.node, node]));
  const nodes = nodesOf(xml, i18n.language).filter((node) => node.kind === 'task' || counted.has(node.id));
  return (
    <section aria-labelledby="drawn-title">
      <h2 id="drawn-title">{process.isSlot ? t(`designer.slot.${process.id}`, { defaultValue: process.id }) : titleOf(xml, i18n.language)}</h2>
      <Drawing xml={xml} marks={marks} />
      <div className="scroll-x" role="group" aria-label={t('processes.byNode')} tabIndex={0}>
        <table>
          <thead><tr><th scope="col">{t('drawing.node')}</th>{['openTasks', 'overdueTasks', 'incidentsHere', 'finished', 'usual'].map((name) => <th key={name} scope="col" className="number">{t(`processes.${name}`)}</th>)}</tr></thead>
          <tbody>
            {nodes.map((node) => {
              const count = counted.get(node.id);
              return <tr key={node.id}><th scope="row">{node.name}</th>{[count?.open ?? 0, count?.overdue ?? 0, count?.incidents ?? 0, count?.finished ?? 0, count?.medianDays ? usualTime(count.medianDays, t) : '–'].map((value, place) => <td key={place} className="number">{value}</td>)}</tr>;
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cases({ process }: { process: string }) {
  const { t, i18n } = useTranslation();
  const { names } = useParkNames();
  const { data } = useQuery({ queryKey: ['cases', process], queryFn: () => read(workflows.GET('/instances', { params: { query: { process } } })), refetchInterval: 15_000 });
  if (!data) return <Skeleton lines={3} height={32} />;
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">{t('processes.cases')}</h2>
      {data.items.length === 0 ? <p className="empty">{t('processes.noCases')}</p> : (
        <table className="stacks" role="table">
          <thead role="rowgroup"><tr role="row">{['inbox.park', 'work.state', 'work.due_', 'processes.startedOn'].map((name) => <th key={name} role="columnheader" scope="col">{t(name)}</th>)}</tr></thead>
          <tbody role="rowgroup">
            {data.items.map((each) => (
              <tr key={each.id} role="row">
                <th scope="row" role="rowheader"><Link to={`/desk/processes/${each.id}`}>{(each.park && names.get(each.park)) ?? each.businessKey ?? each.id}</Link></th>
                <td role="cell">{each.incidents > 0 ? <State look="not-met">{t('drawing.state.incident')}</State> : <State look={each.status === 'running' ? 'active' : each.status === 'completed' ? 'met' : 'attention'}>{t(`case.${each.status}`)}</State>}</td>
                <td role="cell"><DueTag due={each.due} /></td>
                <td role="cell"><time dateTime={each.started}>{day(each.started, i18n.language)}</time></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
