import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { nodesOf } from '../lib/bpmn';
import { gravity, markIcon, type NodeMark } from './drawing/marks';
import { State } from './Tags';

type Props = { xml: string; marks: readonly NodeMark[]; chosen?: string | undefined; onChoose?: (node: string) => void; usual?: ReadonlyMap<string, string> };

/**
 * The drawing as a list: every named node in the order of the work, with its state. It says all that the drawing says.
 * `usual` says by node how long it usually takes.
 */
export function DrawingTable({ xml, marks, chosen, onChoose, usual }: Props) {
  const { t, i18n } = useTranslation();
  const nodes = useMemo(() => nodesOf(xml, i18n.language), [xml, i18n.language]);
  const told = nodes.map((node) => ({ node, mark: gravest(marks.filter((mark) => mark.node === node.id)) }))
    .filter(({ node, mark }) => (node.named && (node.kind === 'task' || node.kind === 'slot')) || (mark && mark.state !== 'done'));
  return (
    <div className="drawing-table scroll-x" role="group" aria-label={t('drawing.table')} tabIndex={0}>
      <table>
        <caption className="hidden">{t('drawing.table')}</caption>
        <thead><tr><th scope="col">{t('drawing.node')}</th><th scope="col">{t('drawing.where')}</th>{usual && <th scope="col">{t('drawing.usual')}</th>}</tr></thead>
        <tbody>
          {told.map(({ node, mark }) => (
            <tr key={node.id} aria-current={chosen === node.id ? 'true' : undefined}>
              <th scope="row">{onChoose
                ? <button type="button" className="link" aria-pressed={chosen === node.id} onClick={() => { onChoose(node.id); }}>{node.name}</button>
                : node.name}</th>
              <td>{mark
                ? <><State look={markIcon[mark.state]}>{t(`drawing.state.${mark.state}`)}</State>{mark.about && <span className="block small soft">{mark.about}</span>}</>
                : <span className="soft">{t('drawing.notYet')}</span>}</td>
              {usual && <td className="small">{usual.get(node.id) ?? <span className="soft">{t('noData')}</span>}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const gravest = (marks: NodeMark[]) => [...marks].sort((one, other) => gravity.indexOf(one.state) - gravity.indexOf(other.state))[0];
