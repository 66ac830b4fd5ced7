import { useTranslation } from 'react-i18next';
import type { Difference, YearComparison } from '../../api/types';
import { exact, isDecimal } from '../../lib/decimal';
import { Quantity } from '../../parts/Quantity';
import { Verdict } from '../../parts/Tags';
import { usePack } from '../disclosure/packs';
import { lineInWords, memberInWords } from './diff-words';

/** What differs between two versions, value by value, and what it does to the headline figures. */
export function DiffTable({ comparison, label }: { comparison: YearComparison; label: string }) {
  const { t } = useTranslation();
  const { before, after, differences } = comparison;
  return (
    <>
      {differences.length === 0 ? <p className="empty">{t('diff.none')}</p> : (
        <div className="scroll-x" role="group" aria-label={label} tabIndex={0}>
          <table>
            <caption className="hidden">{label}</caption>
            <thead><tr><th scope="col">{t('diff.where')}</th><th scope="col">{t('diff.what')}</th><th scope="col" className="number">{t('diff.old')}</th><th scope="col" className="number">{t('diff.new')}</th></tr></thead>
            <tbody>{differences.map((difference) => <Row key={difference.kind + difference.pointer} difference={difference} />)}</tbody>
          </table>
        </div>
      )}
      {after && (
        <table>
          <caption className="hidden">{t('diff.effect')}</caption>
          <thead><tr><th scope="col">{t('diff.effect')}</th><th scope="col" className="number">{t('diff.old')}</th><th scope="col" className="number">{t('diff.new')}</th></tr></thead>
          <tbody>
            <tr><th scope="row">{t('term.total')}</th><td className="number"><Quantity value={before.total} unit="t" /></td><td className="number"><Quantity value={after.total} unit="t" /></td></tr>
            <tr><th scope="row">{t('figure.name.energy')}</th><td className="number"><Quantity value={before.tce} unit="tce" /></td><td className="number"><Quantity value={after.tce} unit="tce" /></td></tr>
            <tr><th scope="row">{t('indicator.core')}</th><td className="number"><Quantity value={before.core} unit="t/tce" /><br /><Verdict verdict={before.verdict} /></td><td className="number"><Quantity value={after.core} unit="t/tce" /><br /><Verdict verdict={after.verdict} /></td></tr>
          </tbody>
        </table>
      )}
    </>
  );
}

function Row({ difference }: { difference: Difference }) {
  const { t, i18n } = useTranslation();
  const pack = usePack();
  return (
    <tr>
      <th scope="row">{lineInWords(difference, pack, i18n.language, t)}</th>
      <td>{t(`diff.${difference.kind}`)} · {memberInWords(difference, t)}</td>
      <td className="number"><Value text={difference.old} unit={difference.unit} /></td>
      <td className="number"><Value text={difference.new} unit={difference.unit} /></td>
    </tr>
  );
}

function Value({ text, unit }: { text: string | null; unit: string | null }) {
  if (text === null) return <>–</>;
  return <>{isDecimal(text) ? exact(text) : text}{unit && <span className="soft"> {unit}</span>}</>;
}
