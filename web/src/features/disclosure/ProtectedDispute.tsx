import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { disclosure, read } from '../../api/client';
import { fieldId, Problem } from '../../api/problem';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import { DisputedFigure } from './DisputeState';
import './groups.css';

const kept = ['words', 'public', 'key'] as const;
const notKept = ['address', 'cookie', 'contact'] as const;

/** The protected way: says first what is kept and what is not, takes words alone, gives back a key that is shown once. */
export function ProtectedDispute() {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  useTitle(t('protected.title'));
  const disputed = { park: query.get('park') ?? '', year: Number(query.get('year')), figure: query.get('figure') ?? '' };
  const known = /^[0-9a-f-]{36}$/.test(disputed.park) && disputed.year > 0 && /^[A-Za-z0-9._/-]{1,120}$/.test(disputed.figure);
  return (
    <article className="groups protected">
      <header><h1>{t('protected.title')}</h1><p>{t('protected.intro')}</p></header>
      <section aria-labelledby="keeps">
        <h2 id="keeps">{t('protected.keeps')}</h2>
        <ul>{kept.map((each) => <li key={each}>{t(`protected.keep.${each}`)}</li>)}</ul>
      </section>
      <section aria-labelledby="keeps-not">
        <h2 id="keeps-not">{t('protected.keepsNot')}</h2>
        <ul>{notKept.map((each) => <li key={each}>{t(`protected.keepNot.${each}`)}</li>)}</ul>
      </section>
      <section aria-labelledby="beyond">
        <h2 id="beyond">{t('protected.beyond')}</h2>
        <p>{t('protected.beyondText')}</p>
      </section>
      {known ? <Words {...disputed} /> : <p className="notice">{t('protected.noFigure')} <Link to="/">{t('protected.find')}</Link></p>}
      <p><Link to="/disputes/follow">{t('protected.back')}</Link></p>
    </article>
  );
}

function Words({ park, year, figure }: { park: string; year: number; figure: string }) {
  const { t } = useTranslation();
  const [missing, setMissing] = useState(false);
  const send = useMutation({
    mutationFn: (typed: { reason: string; wordsPublic: boolean }) => read(disclosure.POST('/parks/{id}/disputes', { params: { path: { id: park } }, body: { year, figure, ...typed, protected: true } })),
    gcTime: 0,
  });
  if (send.data?.key) return <Key number={send.data.number} text={send.data.key} />;
  const problem = missing ? new Problem(422, undefined, '', [{ pointer: '/reason', message: t('dispute.reasonMissing') }]) : send.error;
  return (
    <form noValidate autoComplete="off" onSubmit={(event) => {
      event.preventDefault();
      const form = new FormData(event.currentTarget);
      const given = form.get('reason');
      const reason = typeof given === 'string' ? given.trim() : '';
      setMissing(reason.length < 10);
      if (reason.length >= 10) send.mutate({ reason, wordsPublic: form.get('wordsPublic') === 'on' });
    }}>
      {problem && <Refused problem={problem} />}
      <p>{t('protected.figure')}: <strong><DisputedFigure year={year} figure={figure} /></strong></p>
      <div className="field">
        <label htmlFor={fieldId('/reason')}>{t('dispute.reason')}</label>
        <textarea id={fieldId('/reason')} name="reason" className="input" rows={8} maxLength={4000} aria-invalid={missing} autoComplete="off" />
      </div>
      <p><label><input type="checkbox" name="wordsPublic" /> {t('dispute.wordsPublic')}</label></p>
      <button type="submit" className="button" disabled={send.isPending}>{t('protected.send')}</button>
    </form>
  );
}

function Key({ number, text }: { number: string; text: string }) {
  const { t } = useTranslation();
  return (
    <section className="notice" role="status" aria-labelledby="key">
      <h2 id="key">{t('protected.key')}</h2>
      <p><strong><code className="key">{text}</code></strong></p>
      <p>{t('protected.keyOnce')}</p>
      <p>{t('protected.number')}: <code>{number}</code></p>
    </section>
  );
}
