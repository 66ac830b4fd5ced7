import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ifMatch, read, registration } from '../../api/client';
import type { Application } from '../../api/types';
import { explainField, fieldId, Problem } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { DeskPage } from '../../desk/DeskPage';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import type { Chapter } from './chapters';

type Props = { application: Application; chapter: Chapter; onBack: () => void; onReload: () => void };

/** One chapter of the outline: what belongs into it, and the text. */
export function ChapterForm({ application, chapter, onBack, onReload }: Props) {
  const { t } = useTranslation();
  const saved = application.chapters[chapter] ?? '';
  const [text, setText] = useState(saved);
  const write = useCommand((typed: string) => read(registration.PUT('/applications/{id}/chapters/{chapter}', {
    params: { path: { id: application.id, chapter }, header: ifMatch(application.version) }, body: { text: typed },
  })), ['application', application.id], onBack);
  useUnsaved(text !== saved && !write.isPending && !write.isSuccess);
  const wrong = write.error instanceof Problem ? write.error.errors.find((error) => error.pointer === '/text') : undefined;
  return (
    <DeskPage title={t(`chapter.${chapter}`)} about={application.park.name}>
      <div className="form">
        {write.error && <Refused problem={write.error} onReload={onReload} />}
        <p id="chapter-help">{t(`chapterHelp.${chapter}`)}</p>
        <div className="field" style={{ marginBlock: 16 }}>
          <label htmlFor={fieldId('/text')}>{t('application.text')}</label>
          <Input.TextArea id={fieldId('/text')} value={text} onChange={(event) => { setText(event.target.value); }} autoSize={{ minRows: 12, maxRows: 30 }} maxLength={20_000} showCount aria-describedby="chapter-help" status={wrong ? 'error' : ''} />
          {wrong && <p className="field-error">{explainField(wrong, t)}</p>}
        </div>
        <div className="actions">
          <Button type="primary" loading={write.isPending} onClick={() => { write.mutate(text); }}>{t('desk.save')}</Button>
          <Button onClick={onBack}>{t('desk.back')}</Button>
        </div>
      </div>
    </DeskPage>
  );
}
