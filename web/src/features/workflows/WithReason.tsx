import type { QueryKey } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { explainField, fieldId, Problem } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { Refused } from '../../parts/Refused';

type Props = {
  /** Sets this form's fields apart from those of another on the same page. */
  name: string;
  /** What will happen, before it does. */
  explain: ReactNode;
  label: string;
  /** Whether all else is chosen. */
  ready?: boolean;
  /** What is read again afterwards. */
  reads: QueryKey;
  send: (reason: string) => Promise<unknown>;
  onDone: () => void;
  children?: ReactNode;
};

/** An act that is recorded with its reason: says what it does, asks why, and tells why not where it is refused. */
export function WithReason({ name, explain, label, ready = true, reads, send, onDone, children }: Props) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const act = useCommand(() => send(reason.trim()), reads, onDone);
  const at = (pointer: string) => `${name}-${fieldId(pointer)}`;
  const found = act.error instanceof Problem ? act.error.errors.find((error) => error.pointer === '/reason') : undefined;
  return (
    <div className="stack-4 with-reason">
      <p>{explain}</p>
      {act.error && <Refused key={act.failureCount} problem={act.error} idOf={at} />}
      {children}
      <div className="field">
        <label htmlFor={at('/reason')}>{t('work.reason')}</label>
        <Input.TextArea id={at('/reason')} rows={2} maxLength={1000} value={reason} status={found ? 'error' : ''} onChange={(event) => { setReason(event.target.value); }} />
        {found && <p className="field-error">{explainField(found, t)}</p>}
      </div>
      <div><Button type="primary" loading={act.isPending} disabled={!ready || reason.trim().length < 2} onClick={() => { act.mutate(undefined); }}>{label}</Button></div>
    </div>
  );
}
