import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { checkPage, receiptOf } from './record';

const Qr = lazy(() => import('../../parts/Qr'));

/** On paper only: where this page can be checked, for a camera and for the eye. */
export function PrintedReceipt({ eventId }: { eventId: string }) {
  const { t, i18n } = useTranslation();
  const check = new URL(checkPage(eventId, i18n.language), location.origin).href;
  return (
    <aside className="print-only printed-receipt" aria-label={t('record.printed')}>
      <Suspense fallback={null}><Qr address={check} label={t('record.qr')} /></Suspense>
      <div>
        <p>{t('record.printed')}</p>
        <p className="hash">{check}</p>
        <p>{t('record.receipt')}: <span className="hash">{new URL(receiptOf(eventId), location.origin).href}</span></p>
      </div>
    </aside>
  );
}
