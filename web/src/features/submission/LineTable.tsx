import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../api/problem';
import { linesAt } from './activity';
import { Cell } from './Cell';
import type { Column } from './columns';
import { useYear } from './year-context';

/** The lines of one list, a row each. Columns that are rarely needed come when asked for or already filled. */
export function LineTable({ list, columns, label }: { list: string; columns: Column[]; label: string }) {
  const { t } = useTranslation();
  const { data, problems, addLine, removeLine } = useYear();
  const [more, setMore] = useState(false);
  const lines = linesAt(data, list);
  const has = (column: Column) => lines.some((line, index) => Boolean(line[column.member]) || problems.has(`${list}/${String(index)}/${column.member}`));
  const shown = columns.filter((column) => !column.extra || more || has(column));
  const own = problems.get(list);
  return (
    <div id={fieldId(list)} tabIndex={-1}>
      {own && <p className="field-error">{own}</p>}
      {lines.length === 0 ? <p className="soft">{t('year.noLines')}</p> : (
        <div className="scroll-x" role="group" aria-label={label} tabIndex={0}>
          <table className="cells">
            <caption className="hidden">{label}</caption>
            <thead><tr>{shown.map(({ member }) => <th key={member} scope="col">{t(`column.${member}`)}</th>)}<th scope="col"><span className="hidden">{t('desk.remove')}</span></th></tr></thead>
            <tbody>
              {lines.map((line, index) => (
                <tr key={index}>
                  {shown.map((column) => <Cell key={column.member} column={column} list={list} index={index} line={line} />)}
                  <td className="narrow">
                    <Button type="link" aria-label={t('year.removeLine', { line: index + 1 })} onClick={() => { removeLine(list, index); }}>{t('desk.remove')}</Button>
                    {problems.get(`${list}/${String(index)}`) && <span className="cell-error">{problems.get(`${list}/${String(index)}`)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="actions" style={{ marginBlockStart: 8 }}>
        <Button onClick={() => { addLine(list); }}>{t('year.addLine')}</Button>
        {lines.length > 0 && columns.some((column) => column.extra) && <Checkbox checked={more} onChange={(event) => { setMore(event.target.checked); }}>{t('year.moreColumns')}</Checkbox>}
      </div>
    </div>
  );
}
