import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosure, read } from '../../api/client';
import { fieldId, Problem } from '../../api/problem';
import { Refused } from '../../parts/Refused';

/** Anyone may dispute one figure with a reason; the answer is a public number. */
export function DisputeForm({ parkId, year, figure }: { parkId: string; year: number; figure: string }) {
  const { t } = useTranslation();
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: (typed: { reason: string; contact: string }) => read(disclosure.POST('/parks/{id}/disputes', {
      params: { path: { id: parkId } },
      body: { year, figure, reason: typed.reason, ...(typed.contact && { contact: typed.contact }) },
    })),
  });
  if (send.data) return <div className="notice" role="status"><p>{t('dispute.received', { number: send.data.number })}</p></div>;
  const problem = missing ? new Problem(422, undefined, '', [{ pointer: '/reason', message: t('dispute.reasonMissing') }]) : send.error;
  return (
    <details className="dispute">
      <summary>{t('dispute.title')}</summary>
      <form noValidate onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const reason = text(form.get('reason'));
        setMissing(!reason);
        if (reason) send.mutate({ reason, contact: text(form.get('contact')) });
      }}>
        {problem && <Refused problem={problem} />}
        <div className="field">
          <label htmlFor={fieldId('/reason')}>{t('dispute.reason')}</label>
          <textarea id={fieldId('/reason')} name="reason" className="input" rows={4} maxLength={4000} aria-invalid={missing} />
        </div>
        <div className="field">
          <label htmlFor={fieldId('/contact')}>{t('dispute.contact')}</label>
          <input id={fieldId('/contact')} name="contact" className="input" maxLength={200} autoComplete="email" />
        </div>
        <p className="small soft">{t('dispute.privacy')}</p>
        <button type="submit" className="button" disabled={send.isPending}>{t('dispute.send')}</button>
      </form>
    </details>
  );
}

const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.trim() : '');
