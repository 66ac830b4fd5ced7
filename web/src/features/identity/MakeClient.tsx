import { Button, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, read, registration } from '../../api/client';
import { fieldId } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { useMe } from '../../desk/me';
import { Refused } from '../../parts/Refused';
import type { Shown } from './ShownOnce';

/** Name and park of a new machine. */
export function MakeClient({ onMade }: { onMade: (shown: Shown) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [park, setPark] = useState<string>();
  const { data: me } = useMe();
  const organisation = me?.organisation.id;
  const parks = useQuery({ queryKey: ['listed', me?.id], enabled: Boolean(organisation), queryFn: () => read(registration.GET('/parks', { params: { query: organisation ? { managementBody: organisation } : {} } })) });
  const make = useCommand(
    () => read(identity.POST('/clients', { body: { name, parkId: park ?? null } })), ['clients'],
    (made) => { setName(''); setPark(undefined); onMade(made); });
  return (
    <form className="panel" aria-labelledby="make" noValidate onSubmit={(event) => { event.preventDefault(); make.mutate(undefined); }}>
      <h2 id="make">{t('clients.make')}</h2>
      {make.error && <Refused problem={make.error} />}
      <div className="field">
        <label htmlFor={fieldId('/name')}>{t('clients.name')}</label>
        <Input id={fieldId('/name')} maxLength={80} value={name} placeholder={t('clients.nameExample')} onChange={(event) => { setName(event.target.value); }} />
      </div>
      <div className="field">
        <label htmlFor={fieldId('/parkId')}>{t('clients.park')}</label>
        <Select id={fieldId('/parkId')} allowClear placeholder={t('clients.allParks')} value={park} onChange={setPark}
          options={(parks.data?.items ?? []).map((item) => ({ value: item.parkId, label: item.facts.name }))} />
      </div>
      <div><Button type="primary" htmlType="submit" loading={make.isPending}>{t('clients.makeIt')}</Button></div>
    </form>
  );
}
