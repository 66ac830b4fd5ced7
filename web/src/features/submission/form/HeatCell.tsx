import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { read, submission as api } from '../../../api/client';
import { explainField, fieldId } from '../../../api/problem';
import { at as valueAt, put } from '../activity';
import { exact, isDecimal } from '../../../lib/decimal';
import { pointers } from '../use-live-result';
import { useSettled } from '../use-settled';
import { useYear } from '../year-context';
import { LastYear } from './LastYear';
import { NumberField } from './NumberField';
import { numberIn } from './numbers';
import { noSteam, noteOf, noteWithout, question, steamIn, type Steam } from './steam';
import { SteamFields } from './SteamFields';

type Props = { at: string; label: string; line: Record<string, unknown>; last: string | undefined };

/** Heat in GJ, or as tonnes of steam with pressure and temperature; what steam brings the service works out. */
export function HeatCell({ at, label, line, last }: Props) {
  const { t } = useTranslation();
  const { change, edit } = useYear();
  const steam = (line.steam as Steam | undefined) ?? steamIn(line.note);
  const pointer = `${at}/gj`;
  return (
    <div className="heat-cell">
      <Select aria-label={t('form.heatUnitOf', { label })} value={steam ? 'steam' : 'gj'} options={[{ value: 'gj', label: 'GJ' }, { value: 'steam', label: t('form.steam') }]}
        onChange={(unit: 'gj' | 'steam') => { edit((data) => put(data, at, { ...line, steam: unit === 'steam' ? noSteam : undefined, gj: '', note: noteWithout(line.note) })); }} />
      {steam ? <OfSteam at={at} label={label} line={line} steam={steam} last={last} /> : <NumberField pointer={pointer} label={label} value={line.gj} unit="GJ" last={last} onChange={(text) => { change(pointer, text); }} />}
    </div>
  );
}

function OfSteam({ at, label, line, steam, last }: Props & { steam: Steam }) {
  const { t } = useTranslation();
  const { change, edit, problems } = useYear();
  const asked = JSON.stringify(question(steam) ?? null);
  const settled = useSettled(asked, 300);
  const body = JSON.parse(settled) as ReturnType<typeof question> | null;
  const heat = useQuery({ queryKey: ['steam', settled], enabled: body !== null, queryFn: () => read(api.POST('/submissions/steam', { body: body as NonNullable<typeof body> })), staleTime: Infinity, retry: false });
  const wrong = pointers(heat.error, (error) => error, (error) => explainField(error, t));
  const answer = body === null ? undefined : heat.data;
  const isDone = settled === asked && (body === null || !heat.isPending);
  const [gj, note] = [answer?.gj ?? '', answer ? noteOf(steam, answer.enthalpy, answer.feedWater, noteWithout(line.note)) : noteWithout(line.note)];
  useEffect(() => {
    // What was worked out is kept as the line's heat, and in its note what it was worked out from.
    if (isDone) edit((data) => (valueAt(data, `${at}/gj`) === gj && (valueAt(data, `${at}/note`) ?? '') === note ? data : put(put(data, `${at}/gj`, gj), `${at}/note`, note)));
  }, [isDone, gj, note, at, edit]);
  const id = fieldId(`${at}/gj`);
  const missing = problems.get(`${at}/gj`);
  return (
    <>
      <SteamFields at={at} label={label} steam={steam} wrong={wrong} onChange={(next) => { change(`${at}/steam`, next); }} />
      <output id={id} tabIndex={-1} aria-label={label} className="worked-out">{isDecimal(gj) ? `= ${exact(gj)} GJ` : t('form.steamOpen')}</output>
      {isDecimal(gj) && answer && <span className="small soft">{t('form.steamFrom', { perTonne: exact(answer.gjPerTonne), enthalpy: exact(answer.enthalpy), water: exact(answer.feedWater) })}</span>}
      {missing && wrong.size === 0 && !isDecimal(gj) && <span className="cell-error">{t('form.steamMissing')}</span>}
      {last !== undefined && <LastYear id={`${id}-last`} now={numberIn(gj)} last={last} places={0} />}
    </>
  );
}
