import { Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import { exact } from '../../../lib/decimal';
import { linesAt } from '../activity';
import { aside } from '../columns';
import { useYear } from '../year-context';
import { billOf, linesOf, mwhOf, partsOfTotal, totalPointer, withTotal } from './bill-lines';
import { BillExtras, BillRows, type BillKind } from './BillRow';
import { NumberField } from './NumberField';
import { inUnit } from './numbers';
import { placeBefore } from './previous';
import { usePowerUnit } from './power-unit';

/** Electricity as the bill has it: the total from the grid, the parts of it with a better claim, and what that leaves; then what did not come through the grid, and what left. */
export function Bill({ base = '', label }: { base?: string; label: string }) {
  const { t } = useTranslation();
  const { data, previous, pack, problems, edit } = useYear();
  const [power] = usePowerUnit();
  const [more, setMore] = useState(false);
  const list = `${base}/electricity`;
  const bill = billOf(data, base);
  const before = previous ? placeBefore(data, previous, base) : undefined;
  const extras = aside.filter(({ member }) => more || linesAt(data, list).some((line) => Boolean(line[member])));
  const known = Object.entries(pack?.electricity ?? {}).map(([kind, { mayLeave }]) => ({ kind, mayLeave }));
  const isPart = (kind: string) => (partsOfTotal as readonly string[]).includes(kind);
  const inside = known.filter(({ kind }) => kind !== 'grid' && !isPart(kind)).map(({ kind }): BillKind => ({ direction: 'in', kind }));
  const outside = known.filter(({ mayLeave }) => mayLeave).map(({ kind }): BillKind => ({ direction: 'out', kind }));
  const rows = (kinds: BillKind[]) => kinds.map((kind) => <BillRows key={`${kind.direction} ${kind.kind}`} base={base} kind={kind} extras={extras} open={more} />);
  const head = (key: string) => <tr className="group"><th scope="rowgroup" colSpan={2 + extras.length}>{t(key)}</th></tr>;
  const hasParts = partsOfTotal.some((kind) => mwhOf(data, base, 'in', kind) !== undefined);
  return (
    <div id={fieldId(list)} tabIndex={-1} className="rows-of">
      {problems.get(list) && <p className="field-error">{problems.get(list)}</p>}
      <div className="scroll-x" role="group" aria-label={label} tabIndex={0}>
        <table className="cells rows bill">
          <caption className="hidden">{label}</caption>
          <thead><tr><th scope="col">{t('column.item')}</th><th scope="col">{t('column.mwh')}</th>{extras.map(({ member }) => <th key={member} scope="col">{member === 'note' ? t('bill.note') : t(`column.${member}`)}</th>)}</tr></thead>
          <tbody>
            {head('bill.bought')}
            <tr>
              <th scope="row">{t('bill.total')}</th>
              <td className="figure-cell">
                <NumberField pointer={totalPointer(base)} label={t('bill.total')} value={bill.total} unit="MWh" last={previous && before !== undefined ? billOf(previous, before).total || undefined : undefined} onChange={(text) => { edit((now) => withTotal(now, base, text)); }} />
                {bill.total === '' && hasParts && <span className="last-year">{t('bill.noTotal')}</span>}
              </td>
              {extras.map(({ member }) => <td key={member} className="none" />)}
            </tr>
            {rows(partsOfTotal.map((kind) => ({ direction: 'in', kind, part: true })))}
            <tr className="part rest">
              <th scope="row">{t('bill.rest')}</th>
              <td className="figure-cell"><output aria-label={t('bill.rest')} className="worked-out">{bill.rest === undefined || bill.over !== undefined ? '–' : `${exact(inUnit(bill.rest, power.places))} ${t(`unit.${power.name}`)}`}</output></td>
              <BillExtras base={base} extras={extras} one={linesOf(data, base, 'in', 'grid')[0]} row={t('bill.rest')} />
            </tr>
            {head('bill.inside')}
            {rows(inside)}
            {head('bill.left')}
            {rows(outside)}
          </tbody>
        </table>
      </div>
      <div className="actions"><Checkbox checked={more} onChange={(event) => { setMore(event.target.checked); }}>{t('bill.moreColumns')}</Checkbox></div>
    </div>
  );
}
