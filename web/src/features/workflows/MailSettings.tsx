import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, read, workflows } from '../../api/client';
import type { MailChoice } from '../../api/types';
import { useCommand } from '../../desk/command';
import { useMe } from '../../desk/me';
import { useUnsaved } from '../../desk/unsaved';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';

/** Whether, how often and in which language notices come by mail too, and to which address. */
export function MailSettings() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { data, error, refetch } = useQuery({ queryKey: ['notice-settings'], queryFn: () => read(workflows.GET('/notices/settings')) });
  return (
    <section className="panel bare" aria-labelledby="mail-settings">
      <h2 id="mail-settings">{t('notices.settings')}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {data && !data.mailIsOn && <p className="notice">{t('notices.mailOff')}</p>}
      {data && me ? <Form key={me.id} chosen={data} address={me.email ?? ''} /> : !error && <Skeleton lines={3} height={28} />}
    </section>
  );
}

function Form({ chosen, address }: { chosen: MailChoice; address: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const kept = { mail: chosen.mail, daily: chosen.daily, language: chosen.language, email: address };
  const [next, setNext] = useState(kept);
  const changed = JSON.stringify(kept) !== JSON.stringify(next);
  const save = useCommand(async () => {
    const { email, ...choice } = next;
    if (email !== address) {
      await read(identity.PUT('/me/email', { body: { email: email.trim() === '' ? null : email.trim() } }));
      setNext((now) => ({ ...now, email: email.trim() }));
      await queries.invalidateQueries({ queryKey: ['me'] });
    }
    return await read(workflows.PUT('/notices/settings', { body: choice }));
  }, ['notice-settings']);
  useUnsaved(changed && !save.isPending);
  return (
    <form className="mail-form" onSubmit={(event) => { event.preventDefault(); save.mutate(undefined); }} noValidate>
      {save.error && <Refused key={save.failureCount} problem={save.error} />}
      <div className="field inline"><Switch id="by-mail" checked={next.mail} onChange={(mail) => { setNext({ ...next, mail }); }} /> <label htmlFor="by-mail">{t('notices.byMail')}</label></div>
      <div className="field">
        <label htmlFor="mail-address">{t('notices.address')}</label>
        <Input id="mail-address" type="email" autoComplete="email" maxLength={254} value={next.email} aria-describedby="mail-address-about" onChange={(event) => { setNext({ ...next, email: event.target.value }); }} />
        <p id="mail-address-about" className="small soft">{t('notices.addressAbout')}</p>
      </div>
      <fieldset className="plain">
        <legend>{t('notices.pace')}</legend>
        <Radio.Group vertical value={next.daily} onChange={(event) => { setNext({ ...next, daily: Boolean(event.target.value) }); }} options={[{ value: false, label: t('notices.atOnce') }, { value: true, label: t('notices.daily') }]} />
      </fieldset>
      <fieldset className="plain">
        <legend>{t('notices.language')}</legend>
        <Radio.Group vertical value={next.language} onChange={(event) => { setNext({ ...next, language: String(event.target.value) }); }} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
      </fieldset>
      <div className="actions"><Button type="primary" htmlType="submit" disabled={!changed} loading={save.isPending}>{t('desk.save')}</Button>{save.isSuccess && !changed && <span role="status" className="soft">{t('notices.saved')}</span>}</div>
    </form>
  );
}
