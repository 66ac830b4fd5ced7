import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Leaving with something unsaved asks once: inside the desk by a dialog, outside by the browser. */
export function useUnsaved(unsaved: boolean) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    unsaved && currentLocation.pathname + currentLocation.search !== nextLocation.pathname + nextLocation.search);

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
