import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import { linesAt } from '../activity';
import { conversionKinds, flowColumns } from '../columns';
import { useYear } from '../year-context';
import { Rows } from './Rows';

/** Energy turned into other energy: each conversion with what went in and what came out. */
export function Conversions({ base = '', quiet = false }: { base?: string; quiet?: boolean }) {
  const { t } = useTranslation();
  const { data, problems, change, addLine, removeLine } = useYear();
  const list = `${base}/conversions`;
  const lines = linesAt(data, list);
  return (
    <div id={fieldId(list)} tabIndex={-1} className="stack">
      {lines.length === 0 && !quiet && <p className="soft">{t('year.noLines')}</p>}
      {lines.map((line, index) => {
        const at = `${list}/${String(index)}`;
        const wrong = problems.get(`${at}/kind`) ?? problems.get(at);
        const kind = typeof line.kind === 'string' ? line.kind : undefined;
        const name = kind ? t(`code.conversion.${kind}`) : t('year.conversion', { line: index + 1 });
        return (
          <fieldset key={index} className="panel bare">
            <legend className="hidden">{name}</legend>
            <div className="actions">
              <label htmlFor={fieldId(`${at}/kind`)}>{t('year.conversion', { line: index + 1 })}</label>
              <Select id={fieldId(`${at}/kind`)} style={{ minWidth: 160 }} value={kind} status={wrong ? 'error' : ''} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${fieldId(at)}-error` : undefined} options={conversionKinds.map((value) => ({ value, label: t(`code.conversion.${value}`) }))} onChange={(value) => { change(`${at}/kind`, value); }} />
              <Button type="link" aria-label={t('year.removeLine', { row: name })} onClick={() => { removeLine(list, index); }}>{t('desk.remove')}</Button>
              {wrong && <span id={`${fieldId(at)}-error`} className="cell-error">{wrong}</span>}
            </div>
            {(['inputs', 'outputs'] as const).map((side) => (
              <div key={side} className="stack"><h3>{t(`year.${side}`)}</h3><Rows list={`${at}/${side}`} columns={flowColumns} label={`${name} ${t(`year.${side}`)}`} /></div>
            ))}
          </fieldset>
        );
      })}
      <div><Button onClick={() => { addLine(list); }}>{t('year.addConversion')}</Button></div>
    </div>
  );
}
