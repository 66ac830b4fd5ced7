import { useTranslation } from 'react-i18next';
import type { YearDraft } from '../../api/types';
import { exact } from '../../lib/decimal';
import { State } from '../../parts/Tags';
import { totals } from './certificate-lines';

/** Certificates by kind beside the electricity that counts on them, so that it shows at once whether they add up. */
export function CertificateTotals({ lines, data }: { lines: { kind: string; count: number | undefined }[]; data: YearDraft }) {
  const { t } = useTranslation();
  return (
    <div className="scroll-x" role="group" aria-label={t('certificate.totals')} tabIndex={0}>
      <table className="totals">
        <caption className="hidden">{t('certificate.totals')}</caption>
        <thead><tr><th scope="col">{t('certificate.kind')}</th><th scope="col" className="number">{t('certificate.named')}</th><th scope="col" className="number">{t('certificate.reported')}</th><th scope="col">{t('certificate.compare')}</th></tr></thead>
        <tbody>
          {totals(lines, data).map(({ kind, named, reported, fits }) => (
            <tr key={kind}>
              <th scope="row">{t(`code.certificateKind.${kind}`)}</th>
              <td className="number">{exact(String(named))}</td>
              <td className="number">{reported === null ? '–' : exact(reported)}</td>
              <td>
                {reported === null ? <span className="soft">{t('certificate.noLine')}</span>
                  : !fits ? <State look="attention">{t(kind === 'certificate' ? 'certificate.apart' : 'certificate.tooMany', { difference: apart(named, reported) })}</State>
                    : named === 0 && Number(reported) === 0 ? <State look="unknown">{t('none')}</State>
                      : <State look="met">{t(kind === 'certificate' ? 'certificate.equal' : 'certificate.within')}</State>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const apart = (named: number, reported: string) => exact(String(Math.round(Math.abs(named - Number(reported)) * 1e6) / 1e6));
