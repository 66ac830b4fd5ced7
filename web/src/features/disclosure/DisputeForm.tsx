import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosure, read } from '../../api/client';
import { fieldId, Problem } from '../../api/problem';
import { day } from '../../lib/date';
import { Refused } from '../../parts/Refused';

type Typed = { reason: string; evidence: string; contact: string; wordsPublic: boolean };

/** Anyone may dispute one figure with a reason; the answer is a public number. */
export function DisputeForm({ parkId, year, figure }: { parkId: string; year: number; figure: string }) {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: (typed: Typed) => read(disclosure.POST('/parks/{id}/disputes', {
      params: { path: { id: parkId } },
      body: { year, figure, reason: typed.reason, ...(typed.evidence && { evidence: typed.evidence }), ...(typed.contact && { contact: typed.contact }), wordsPublic: typed.wordsPublic },
    })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['disputes', parkId] }),
  });
  const home = i18n.language.startsWith('zh') ? '' : '/en';
  if (send.data) {
    return (
      <div className="notice" role="status">
        <p>{t('dispute.received', { number: send.data.number })}{send.data.dueOn && ` ${t('dispute.receivedDue', { day: day(send.data.dueOn, i18n.language) })}`}</p>
        <p><a href={`${home}/disputes/${send.data.number}`}>{t('dispute.see')}</a></p>
      </div>
    );
  }
  const problem = missing ? new Problem(422, undefined, '', [{ pointer: '/reason', message: t('dispute.reasonMissing') }]) : send.error;
  return (
    <details className="dispute">
      <summary>{t('dispute.title')}</summary>
      <form noValidate onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const reason = text(form.get('reason'));
        setMissing(reason.length < 10);
        if (reason.length >= 10) send.mutate({ reason, evidence: text(form.get('evidence')), contact: text(form.get('contact')), wordsPublic: form.get('wordsPublic') === 'on' });
      }}>
        {problem && <Refused problem={problem} />}
        <div className="field">
          <label htmlFor={fieldId('/reason')}>{t('dispute.reason')}</label>
          <textarea id={fieldId('/reason')} name="reason" className="input" rows={4} maxLength={4000} aria-invalid={missing} />
        </div>
        <div className="field">
          <label htmlFor={fieldId('/evidence')}>{t('dispute.evidence')}</label>
          <input id={fieldId('/evidence')} name="evidence" className="input" maxLength={2000} autoComplete="off" />
        </div>
        <div className="field">
          <label htmlFor={fieldId('/contact')}>{t('dispute.contact')}</label>
          <input id={fieldId('/contact')} name="contact" className="input" maxLength={200} autoComplete="email" />
        </div>
        <label><input type="checkbox" name="wordsPublic" /> {t('dispute.wordsPublic')}</label>
        <p className="small soft">{t('dispute.privacy')}</p>
        <button type="submit" className="button" disabled={send.isPending}>{t('dispute.send')}</button>
        <p className="small"><a href={`${home}/disputes/new?park=${parkId}&year=${String(year)}&figure=${figure}&protected`} rel="noreferrer">{t('dispute.protectedLink')}</a></p>
      </form>
    </details>
  );
}

const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value.trim() : '');
