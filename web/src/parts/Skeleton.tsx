import { useTranslation } from 'react-i18next';

/** Keeps the place of what is being read, so that nothing jumps. */
export function Skeleton({ height, lines = 1 }: { height?: number; lines?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton" style={{ height: height ?? 20, marginBlockEnd: 12, width: lines > 1 && line === lines - 1 ? '60%' : '100%' }} />
      ))}
    </div>
  );
}
