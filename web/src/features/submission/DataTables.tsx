import { useTranslation } from 'react-i18next';
import type { ActivityData } from '../../api/types';
import { exact } from '../../lib/decimal';
import { usePack } from '../disclosure/packs';
import { at, filled, linesAt } from './activity';
import { columns, contextColumns, flowColumns, indicatorValues, meterValues, notApplicableColumns, unitProductColumns, type Column } from './columns';
import { contextSections, sections } from './sections';
import { inWords, unitOf } from './words';

/** A year's data for reading, section by section; empty sections say so in one line, or are left out. */
export function DataTables({ data, only }: { data: ActivityData; only?: 'filled' }) {
  const { t } = useTranslation();
  return (
    <div className="reading">
      {sections.filter((section) => !only || linesAt(data, `/${section}`).length > 0).map((section) => (
        <section key={section} aria-label={t(`section.${section}`)}>
          <h3>{t(`section.${section}`)}</h3>
          {section === 'conversions' ? <ConversionsRead data={data} /> : section === 'indicators' ? <IndicatorsRead data={data} /> : <Lines data={data} list={`/${section}`} columns={columns[section]} label={t(`section.${section}`)} />}
        </section>
      ))}
      {contextSections.filter((section) => filled(data, section) > 0).map((section) => (
        <section key={section} aria-labelledby={`read-${section}`}>
          <h3 id={`read-${section}`}>{t(`section.${section}`)}</h3>
          {section === 'meters' ? <Values data={data} values={meterValues.flatMap(({ values }) => values.map(({ pointer, unit = '' }) => ({ pointer, name: t(`column.${pointer.slice(pointer.lastIndexOf('/') + 1)}`), unit: unit === 'wanYuan' ? t('unit.wanYuan') : unit })))} /> : <Lines data={data} list={`/context/${section}`} columns={contextColumns[section]} label={t(`section.${section}`)} />}
        </section>
      ))}
    </div>
  );
}

function Values({ data, values }: { data: ActivityData; values: { pointer: string; name: string; unit: string }[] }) {
  const { t } = useTranslation();
  const found = values.flatMap(({ pointer, name, unit }) => {
    const value = at(data, pointer);
    return typeof value === 'string' || typeof value === 'number' ? [{ name, value: typeof value === 'number' ? String(value) : exact(value), unit }] : [];
  });
  if (found.length === 0) return <p className="soft">{t('none')}</p>;
  return <dl className="facts figures-read">{found.map(({ name, value, unit }) => <div key={name}><dt>{name}</dt><dd>{value} <span className="soft">{unit}</span></dd></div>)}</dl>;
}

function Lines({ data, list, columns: all, label }: { data: ActivityData; list: string; columns: Column[]; label: string }) {
  const { t, i18n } = useTranslation();
  const pack = usePack();
  const lines = linesAt(data, list);
  if (lines.length === 0) return <p className="soft">{t('none')}</p>;
  const shown = all.filter((column) => !column.extra || lines.some((line) => Boolean(line[column.member])));
  return (
    <div className="scroll-x" role="group" aria-label={label} tabIndex={0}>
      <table>
        <caption className="hidden">{label}</caption>
        <thead><tr>{shown.map(({ member, kind }) => <th key={member} scope="col" className={kind === 'number' || kind === 'heat' ? 'number' : undefined}>{t(`column.${member}`)}</th>)}</tr></thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={index}>
              {shown.map((column) => (
                <td key={column.member} className={column.kind === 'number' || column.kind === 'heat' ? 'number' : undefined}>
                  {inWords(column, line[column.member], pack, i18n.language, t)}{Boolean(line[column.member]) && <span className="soft"> {unitOf(line, column.member, pack)}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ConversionsRead({ data }: { data: ActivityData }) {
  const { t } = useTranslation();
  const lines = linesAt(data, '/conversions');
  if (lines.length === 0) return <p className="soft">{t('none')}</p>;
  return lines.map((line, index) => (
    <div key={index}>
      <p>{t('year.conversion', { line: index + 1 })}: {t(`code.conversion.${String(line.kind)}`)}</p>
      {(['inputs', 'outputs'] as const).map((side) => <Lines key={side} data={data} list={`/conversions/${String(index)}/${side}`} columns={flowColumns} label={t(`year.${side}`)} />)}
    </div>
  ));
}

function IndicatorsRead({ data }: { data: ActivityData }) {
  const { t } = useTranslation();
  const values = indicatorValues.flatMap(({ group, members, unit }) => members.map((member) => (
    { pointer: `/indicators/${group}/${member}`, name: `${t(`group.${group.replace('/', '.')}`)}: ${t(`column.${member}`)}`, unit }
  )));
  return (
    <>
      <Values data={data} values={values} />
      {linesAt(data, '/indicators/unitProducts').length > 0 && <Lines data={data} list="/indicators/unitProducts" columns={unitProductColumns} label={t('group.unitProducts')} />}
      {linesAt(data, '/indicators/notApplicable').length > 0 && <Lines data={data} list="/indicators/notApplicable" columns={notApplicableColumns} label={t('group.notApplicable')} />}
    </>
  );
}
