import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../api/problem';
import { linesAt } from './activity';
import { conversionKinds, flowColumns } from './columns';
import { LineTable } from './LineTable';
import { useYear } from './year-context';

/** Energy turned into other energy: each conversion with what went in and what came out. */
export function Conversions() {
  const { t } = useTranslation();
  const { data, problems, change, addLine, removeLine } = useYear();
  const lines = linesAt(data, '/conversions');
  return (
    <div id={fieldId('/conversions')} tabIndex={-1} style={{ display: 'grid', gap: 16 }}>
      {lines.length === 0 && <p className="soft">{t('year.noLines')}</p>}
      {lines.map((line, index) => {
        const base = `/conversions/${String(index)}`;
        const wrong = problems.get(`${base}/kind`) ?? problems.get(base);
        return (
          <fieldset key={index} className="panel bare">
            <legend className="hidden">{t('year.conversion', { line: index + 1 })}</legend>
            <div className="actions">
              <label htmlFor={fieldId(`${base}/kind`)}>{t('year.conversion', { line: index + 1 })}</label>
              <Select id={fieldId(`${base}/kind`)} style={{ minWidth: 200 }} value={typeof line.kind === 'string' ? line.kind : undefined} status={wrong ? 'error' : ''} options={conversionKinds.map((kind) => ({ value: kind, label: t(`code.conversion.${kind}`) }))} onChange={(kind) => { change(`${base}/kind`, kind); }} />
              <Button type="link" aria-label={t('year.removeLine', { line: index + 1 })} onClick={() => { removeLine('/conversions', index); }}>{t('desk.remove')}</Button>
              {wrong && <span className="cell-error">{wrong}</span>}
            </div>
            <h3>{t('year.inputs')}</h3>
            <LineTable list={`${base}/inputs`} columns={flowColumns} label={t('year.inputs')} />
            <h3>{t('year.outputs')}</h3>
            <LineTable list={`${base}/outputs`} columns={flowColumns} label={t('year.outputs')} />
          </fieldset>
        );
      })}
      <div><Button onClick={() => { addLine('/conversions'); }}>{t('year.addConversion')}</Button></div>
    </div>
  );
}
