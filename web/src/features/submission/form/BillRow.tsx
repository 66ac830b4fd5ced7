import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Column } from '../columns';
import { useYear } from '../year-context';
import { linesOf, mwhOf, withMwh } from './bill-lines';
import { Cell } from './Cell';
import { NumberField } from './NumberField';
import { placeBefore } from './previous';

export type BillKind = { direction: 'in' | 'out'; kind: string; part?: boolean };

/** The lines of one kind of electricity: usually one, with several contracts or meters a row for each. */
export function BillRows({ base, kind, extras, open }: { base: string; kind: BillKind; extras: Column[]; open: boolean }) {
  const { t } = useTranslation();
  const { data, previous, edit } = useYear();
  const { direction } = kind;
  const name = t(`bill.${direction}.${kind.kind}`);
  const found = linesOf(data, base, direction, kind.kind);
  const before = previous ? placeBefore(data, previous, base) : undefined;
  const type = (index: number | undefined, text: string) => { edit((now) => withMwh(now, base, direction, kind.kind, index, text)); };
  return (found.length > 0 ? found : [undefined]).map((one, number, all) => {
    const row = number > 0 ? `${name} (${String(number + 1)})` : name;
    return (
      <tr key={number} className={kind.part ? 'part' : undefined}>
        <th scope="row">{row}{open && one && number === all.length - 1 && <> <Button type="link" size="small" aria-label={t('bill.anotherOf', { row: name })} onClick={() => { type(undefined, ''); }}>{t('bill.another')}</Button></>}</th>
        <td className="figure-cell">
          <NumberField pointer={one ? `${base}/electricity/${String(one.index)}/mwh` : `${base}/electricity/${direction}-${kind.kind}`} label={t('year.cell', { row, column: t('column.mwh') })} value={one?.line.mwh} unit="MWh"
            last={number === 0 && previous && before !== undefined ? mwhOf(previous, before, direction, kind.kind) : undefined} onChange={(text) => { type(one?.index, text); }} />
        </td>
        <BillExtras base={base} extras={extras} one={one} row={row} />
      </tr>
    );
  });
}

/** Quality, meter or contract and proof of a line, once there is one. */
export function BillExtras({ base, extras, one, row }: { base: string; extras: Column[]; one: ReturnType<typeof linesOf>[number] | undefined; row: string }) {
  return extras.map((column) => (one ? <Cell key={column.member} column={column} list={`${base}/electricity`} index={one.index} line={one.line} row={row} /> : <td key={column.member} className="soft none">–</td>));
}
