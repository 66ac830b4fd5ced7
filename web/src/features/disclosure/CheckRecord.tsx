import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { group } from '../../lib/decimal';
import { say } from '../../lib/say';
import { Drawer } from '../../parts/Drawer';
import { Skeleton } from '../../parts/Skeleton';
import { checkPage, receiptOf, type Checkable } from './record';

/** Where an event stands in the public log, its receipt, and the check of it in this browser. */
export function CheckRecord({ item, parkId }: { item: Checkable; parkId: string }) {
  const { t, i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  if (item.logIndex === null) return <p className="small soft">{t('record.pending')}</p>;
  const title = say(item.title, i18n.language);
  return (
    <div className="small record-line">
      <span className="soft">{t('record.index', { index: group(String(item.logIndex)) })}</span>
      <button type="button" className="link no-print" onClick={() => { setOpen(true); }}>{t('record.check')}<span className="hidden"> {title}</span></button>
      <a className="no-print" href={receiptOf(item.eventId)} download={`${item.eventId}.tlog-proof`}>{t('record.receipt')}<span className="hidden"> {title}</span></a>
      {open && <Drawer title={t('record.check')} onClose={() => { setOpen(false); }}><Check item={item} parkId={parkId} title={title} /></Drawer>}
    </div>
  );
}

/** The code that checks comes when it is first asked for; it is the same that the page of its own runs. */
function Check({ item, parkId, title }: { item: Checkable; parkId: string; title: string }) {
  const { t, i18n } = useTranslation();
  const target = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState(false);
  useEffect(() => {
    let wanted = true;
    void import('../../check/in-page').then(async ({ checkShown, draw }) => {
      const outcome = await checkShown({ ...item, parkId }, receiptOf(item.eventId));
      if (!wanted || !target.current) return;
      draw(target.current, outcome, (words) => say(words, i18n.language));
      setDone(true);
    });
    return () => { wanted = false; };
  }, [item, parkId, i18n.language]);
  return (
    <>
      <p>{title}</p>
      <p className="small soft">{t('record.checkWhat')}</p>
      {!done && <Skeleton lines={6} height={40} />}
      <div ref={target} className="check" aria-live="polite" />
      <p className="small"><a href={checkPage(item.eventId, i18n.language)}>{t('record.alone')}</a></p>
    </>
  );
}
