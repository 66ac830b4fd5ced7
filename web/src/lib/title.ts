import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The document's title: the page first, the register last. */
export function useTitle(page: string | undefined) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = page ? `${page} · ${t('brand')}` : t('brandLong');
  }, [page, t]);
}
