import { Button, Checkbox } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import { linesAt } from '../activity';
import type { Column } from '../columns';
import { inWords, unitOf } from '../words';
import { useYear } from '../year-context';
import { AddVariety } from './AddVariety';
import { Cell } from './Cell';
import { groupOf, varieties } from './varieties';

/** `other`: how a row is added that is in no list of the pack. `quiet`: one of many lists, where an empty one needs no words. */
type Props = { list: string; columns: Column[]; label: string; other?: string; quiet?: boolean };
type Line = Record<string, unknown>;

/** The lines of one list, a row each, in the groups of the pack. Columns that are rarely needed come when asked for, when filled, or when the pack requires them. */
export function Rows({ list, columns, label, other, quiet = false }: Props) {
  const { t, i18n } = useTranslation();
  const { data, pack, problems, addLine, removeLine } = useYear();
  const [more, setMore] = useState(false);
  const lines = linesAt(data, list);
  const heads = columns.filter((column) => column.head);
  const cells = columns.filter((column) => !column.head && (!column.extra || more || lines.some((line, index) => Boolean(line[column.member]) || problems.has(`${list}/${String(index)}/${column.member}`) || required(line, column.member))));
  // Many numbers of one unit: it stands once, beside the name.
  const unitInHead = columns.some((column) => column.member === 'opening');
  const own = problems.get(list);
  const groups = new Map<string, number[]>();
  for (const { label: group } of varieties(heads, pack, i18n.language, t)) if (lines.some((line) => groupOf(line, pack, t) === group)) groups.set(group, []);
  for (const [index, line] of lines.entries()) groups.set(groupOf(line, pack, t), [...(groups.get(groupOf(line, pack, t)) ?? []), index]);

  function required(line: Line, member: string): boolean {
    const fuel = typeof line.fuel === 'string' ? pack?.fuels[line.fuel] : undefined;
    const product = typeof line.product === 'string' ? pack?.products[line.product] : undefined;
    if (fuel) return (member === 'heatValue' && fuel.heatValueMeasured) || (member === 'factor' && fuel.emissionMeasured);
    return (product?.use === 'balance' && (member === 'factor' || member === 'basis' || (member === 'name' && line.product === 'OTHER_BALANCE'))) || (product?.use === 'alternative' && member === 'basis');
  }

  /** How a row is called: what it is about, its use where there is one, and its number where two are called alike. */
  function nameOf(index: number): string {
    const line = lines[index] ?? {};
    const name = called(line);
    const alike = lines.slice(0, index).filter((other) => called(other) === name).length;
    return name === '' ? t('form.nth', { number: index + 1 }) : alike > 0 ? `${name} (${String(alike + 1)})` : name;
  }

  function called(line: Line): string {
    const use = columns.find((column) => column.member === 'use');
    return [...heads, ...(use && line.use ? [use] : [])].filter((column) => line[column.member]).map((column) => inWords(column, line[column.member], pack, i18n.language, t)).join(' · ');
  }

  function begin(line: Line) {
    addLine(list, line);
    const row = `${fieldId(`${list}/${String(lines.length)}`)}-`;
    // The first cell of the new row takes the keyboard once it is there.
    requestAnimationFrame(() => { document.querySelector<HTMLElement>(`input[id^="${row}"]`)?.focus(); });
  }

  return (
    <div id={fieldId(list)} tabIndex={-1} className="rows-of">
      {own && <p className="field-error">{own}</p>}
      {lines.length === 0 ? !quiet && <p className="soft">{t('year.noLines')}</p> : (
        <div className="scroll-x" role="group" aria-label={label} tabIndex={0}>
          <table className={`cells rows${unitInHead ? ' dense' : ''}`}>
            <caption className="hidden">{label}</caption>
            <thead><tr><th scope="col">{heads.length > 0 ? t(`column.${heads.length > 1 ? 'item' : (heads[0]?.member ?? 'item')}`) : t('column.item')}</th>{cells.map(({ member }) => <th key={member} scope="col">{t(`column.${member}`)}</th>)}<th scope="col"><span className="hidden">{t('desk.remove')}</span></th></tr></thead>
            <tbody>
              {[...groups].map(([group, indexes]) => (
                <Fragment key={group}>
                  {groups.size > 1 && <tr className="group"><th scope="rowgroup" colSpan={cells.length + 2}>{group}</th></tr>}
                  {indexes.map((index) => (
                    <tr key={index}>
                      <th scope="row">{called(lines[index] ?? {}) === '' ? nameOf(index) : heads.map((column) => inWords(column, lines[index]?.[column.member], pack, i18n.language, t)).filter((word) => word !== '–').join(' · ')}{unitInHead && <span className="small soft"> {unitOf(lines[index] ?? {}, 'quantity', pack)}</span>}</th>
                      {cells.map((column) => <Cell key={column.member} column={column} list={list} index={index} line={lines[index] ?? {}} row={nameOf(index)} bare={unitInHead} />)}
                      <td className="narrow">
                        <Button type="link" aria-label={t('year.removeLine', { row: nameOf(index) })} onClick={() => { removeLine(list, index); }}>{t('desk.remove')}</Button>
                        {problems.get(`${list}/${String(index)}`) && <span className="cell-error">{problems.get(`${list}/${String(index)}`)}</span>}
                      </td>
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="actions">
        {heads.length > 0 ? <AddVariety columns={columns} label={label} onAdd={begin} /> : <Button onClick={() => { begin({}); }}>{t('year.addLine')}</Button>}
        {other && <Button onClick={() => { begin({}); setMore(true); }}>{other}</Button>}
        {lines.length > 0 && columns.some((column) => column.extra) && <Checkbox checked={more} onChange={(event) => { setMore(event.target.checked); }}>{t('year.moreColumns')}</Checkbox>}
      </div>
    </div>
  );
}
