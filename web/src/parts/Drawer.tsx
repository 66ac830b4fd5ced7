import { useEffect, useId, useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';

/** A panel at the side for one thing in depth. The browser's own dialog keeps focus inside and gives it back. */
export function Drawer({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => { element?.close(); };
  }, []);
  return createPortal(
    <dialog ref={dialog} className="drawer" aria-labelledby={heading} onClose={onClose} onClick={(event) => { if (event.target === dialog.current) onClose(); }}>
      <div className="drawer-body">
        <div className="drawer-head">
          <h2 id={heading}>{title}</h2>
          <button type="button" className="close" onClick={onClose}><Icon name="close" /><span className="hidden">{t('close')}</span></button>
        </div>
        {children}
      </div>
    </dialog>,
    document.body,
  );
}
