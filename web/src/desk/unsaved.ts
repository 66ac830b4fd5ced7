import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, type Location } from 'react-router';

const address = ({ pathname, search }: Location) => pathname + search;

/** Where a page keeps what is typed while its search part changes, such as from section to section. */
export const page = ({ pathname }: Location) => pathname;

/** Leaving with something unsaved asks once: inside the desk by a dialog, outside by the browser. */
export function useUnsaved(unsaved: boolean, place = address) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && place(currentLocation) !== place(nextLocation));

  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const asked = modal.confirm({
      title: t('unsaved.title'), content: t('unsaved.text'), okText: t('unsaved.leave'), cancelText: t('unsaved.stay'),
      onOk: () => { blocker.proceed(); }, onCancel: () => { blocker.reset(); },
    });
    return () => { asked.destroy(); };
  }, [blocker, modal, t]);

  useEffect(() => {
    if (!unsaved) return;
    const ask = (event: BeforeUnloadEvent) => { event.preventDefault(); };
    addEventListener('beforeunload', ask);
    return () => { removeEventListener('beforeunload', ask); };
  }, [unsaved]);
}
