import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { read, submission as api } from '../../api/client';
import type { ActivityData, ImportPreview, Submission } from '../../api/types';
import { Refused } from '../../parts/Refused';
import { CellProblems } from './CellProblems';
import { filled } from './activity';
import { sections } from './sections';
import { ResultTable } from './ResultTable';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Props = { submission: Submission; onTake: (data: ActivityData) => void };

/** The year by Excel: take the template home, bring it back, look at what it says, and only then put it into the form. */
export function ImportWorkbook({ submission, onTake }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const look = useMutation({
    mutationFn: async (file: File): Promise<ImportPreview> => read(api.POST('/submissions/{id}/import', {
      params: { path: { id: submission.id } }, body: await file.arrayBuffer() as never, bodySerializer: (body) => body as never, headers: { 'Content-Type': xlsx },
    })),
  });
  const address = `/api/submission/v1/submissions/template.xlsx?park=${submission.parkId}&year=${String(submission.year)}`;
  return (
    <section className="panel" aria-labelledby="excel">
      <h2 id="excel">{t('import.title')}</h2>
      <p className="soft">{t('import.about')}</p>
      <div className="actions">
        <Button href={address} download>{t('import.template')}</Button>
        <Button loading={look.isPending} onClick={() => input.current?.click()}>{t('import.choose')}</Button>
        <input ref={input} type="file" accept={`.xlsx,${xlsx}`} hidden aria-label={t('import.choose')}
          onChange={(event) => { const file = event.target.files?.[0]; event.target.value = ''; if (file) look.mutate(file); }} />
      </div>
      <div aria-live="polite">
        {look.error && <Refused key={look.failureCount} problem={look.error} />}
        {look.data && <Preview preview={look.data} name={look.variables?.name ?? ''} onTake={(data) => { onTake(data); look.reset(); }} onDrop={look.reset} />}
      </div>
    </section>
  );
}

function Preview({ preview, name, onTake, onDrop }: { preview: ImportPreview; name: string; onTake: (data: ActivityData) => void; onDrop: () => void }) {
  const { t } = useTranslation();
  const { data, result, problems } = preview;
  if (!data || !result) return <CellProblems problems={problems} name={name} />;
  const parts = sections.map((section) => [section, filled(data, section)] as const).filter(([, count]) => count > 0);
  return (
    <div className="notice met">
      <h3>{t('import.ready', { name })}</h3>
      <p>{parts.length === 0 ? t('import.empty') : parts.map(([section, count]) => `${t(`section.${section}`)} ${t('year.lines', { count })}`).join(' · ')}</p>
      <ResultTable result={result} />
      <p>{t('import.replaces')}</p>
      <div className="actions">
        <Button type="primary" onClick={() => { onTake(data); }}>{t('import.take')}</Button>
        <Button onClick={onDrop}>{t('import.drop')}</Button>
      </div>
    </div>
  );
}
