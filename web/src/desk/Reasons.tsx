import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../api/problem';

/** Usual reasons to tick and words of one's own; together they are what the park and the public read. */
export function Reasons({ usual, value, onChange, error }: { usual: string[]; value: string; onChange: (text: string) => void; error?: string | undefined }) {
  const { t } = useTranslation();
  const [ticked, setTicked] = useState<string[]>([]);
  const [own, setOwn] = useState('');
  const tell = (nextTicked: string[], nextOwn: string) => {
    setTicked(nextTicked);
    setOwn(nextOwn);
    onChange([...usual.filter((reason) => nextTicked.includes(reason)), nextOwn.trim()].filter(Boolean).join('\n'));
  };
  const id = fieldId('/reasons');
  return (
    <>
      {usual.length > 0 && (
        <fieldset style={{ border: 0 }}>
          <legend className="small soft">{t('reasons.usual')}</legend>
          <Checkbox.Group value={ticked} onChange={(chosen) => { tell(chosen, own); }} style={{ display: 'grid', gap: 4 }}>
            {usual.map((reason) => <Checkbox key={reason} value={reason}>{reason}</Checkbox>)}
          </Checkbox.Group>
        </fieldset>
      )}
      <div className="field">
        <label htmlFor={id}>{t('reasons.own')}</label>
        <Input.TextArea id={id} rows={4} maxLength={4000} value={own} status={error ? 'error' : ''} onChange={(event) => { tell(ticked, event.target.value); }} />
        {error && <p className="field-error">{error}</p>}
      </div>
      <div>
        <p className="small soft">{t('reasons.preview')}</p>
        <p className="preview" lang="zh-CN">{value || <span className="soft">{t('reasons.none')}</span>}</p>
      </div>
    </>
  );
}
