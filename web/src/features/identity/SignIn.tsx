import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { identity, read } from '../../api/client';
import { fieldId, Problem } from '../../api/problem';
import { forgetSession, localPath, signInAddress } from '../../api/session';
import { useTitle } from '../../lib/title';
import { Refused } from '../../parts/Refused';
import './sign-in.css';

/** Name and password; afterwards on to where the issuer was asked from. A wrong password keeps the name. */
export function SignIn() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const [missing, setMissing] = useState<('username' | 'password')[]>([]);
  const returnUrl = search.get('returnUrl');
  useTitle(t('page.signIn'));

  const enter = useMutation({
    mutationFn: (body: { username: string; password: string }) => read(identity.POST('/sessions', { body })),
    onSuccess: () => {
      forgetSession();
      location.assign(returnUrl ? localPath(returnUrl) : signInAddress('/desk'));
    },
  });

  const problem = missing.length > 0
    ? new Problem(422, undefined, '', missing.map((field) => ({ pointer: `/${field}`, message: t(`signIn.${field}Missing`) })))
    : enter.error;

  return (
    <div className="sign-in">
      <h1>{t('page.signIn')}</h1>
      <p className="soft">{t('signIn.who')}</p>
      {problem && <Refused key={enter.failureCount + missing.length} problem={problem} />}
      {search.get('error') && !problem && <div className="notice attention" role="status"><p>{t('signIn.tryAgain')}</p></div>}
      <form noValidate onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget);
        const body = { username: text(typed.get('username')).trim(), password: text(typed.get('password')) };
        const empty = (['username', 'password'] as const).filter((field) => !body[field]);
        setMissing(empty);
        if (empty.length === 0) enter.mutate(body);
      }}>
        <Field name="username" label={t('signIn.username')} autoComplete="username" error={missing.includes('username') ? t('signIn.usernameMissing') : undefined} />
        <Field name="password" label={t('signIn.password')} type="password" autoComplete="current-password" error={missing.includes('password') ? t('signIn.passwordMissing') : undefined} />
        <button type="submit" className="button" disabled={enter.isPending}>{t(enter.isPending ? 'signIn.entering' : 'signIn.enter')}</button>
      </form>
      <p className="small soft">{t('signIn.forgotten')}</p>
    </div>
  );
}

type FieldProps = { name: string; label: string; type?: string; autoComplete: string; error: string | undefined };

function Field({ name, label, error, ...input }: FieldProps) {
  const id = fieldId(`/${name}`);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} name={name} className="input" aria-invalid={Boolean(error)} aria-describedby={error ? `${id}-error` : undefined} autoCapitalize="none" spellCheck={false} {...input} />
      {error && <p id={`${id}-error`} className="field-error">{error}</p>}
    </div>
  );
}

const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
