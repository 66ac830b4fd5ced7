import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { identity, read } from '../../api/client';
import { fieldId } from '../../api/problem';
import { useCommand } from '../../desk/command';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { usePages } from './use-pages';

const kinds = ['management-body', 'authority', 'verification-body', 'expert-group', 'platform'] as const;

/** For whom accounts act, and the way to enter another. */
export function Organisations() {
  const { t } = useTranslation();
  const { items, error, refetch, more, reading } = usePages(['organisations'], (after) => read(identity.GET('/organisations', { params: { query: after ? { after } : {} } })));
  return (
    <section aria-labelledby="organisations">
      <h2 id="organisations">{t('operations.organisations')}</h2>
      {error && <Refused problem={error} onReload={() => void refetch()} />}
      {!items && !error && <Skeleton lines={3} height={28} />}
      {items && (
        <table className="stacks" role="table" aria-labelledby="organisations">
          <thead role="rowgroup"><tr role="row">{['operations.organisation', 'operations.kind'].map((name) => <th key={name} role="columnheader" scope="col">{t(name)}</th>)}</tr></thead>
          <tbody role="rowgroup">
            {items.map((each) => (
              <tr key={each.id} role="row"><th scope="row" role="rowheader" lang="zh-CN">{each.name}</th><td role="cell">{t(`operations.kinds.${each.kind}`, { defaultValue: each.kind })}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      {more && <Button loading={reading} onClick={more}>{t('operations.more')}</Button>}
      <Enter />
    </section>
  );
}

function Enter() {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('management-body');
  const enter = useCommand(() => read(identity.POST('/organisations', { body: { name, kind } })), ['organisations'], () => { setName(''); });
  return (
    <form className="panel" aria-labelledby="enter" noValidate onSubmit={(event) => { event.preventDefault(); enter.mutate(undefined); }}>
      <h3 id="enter">{t('operations.enter')}</h3>
      {enter.error && <Refused problem={enter.error} />}
      <div className="field">
        <label htmlFor={fieldId('/name')}>{t('operations.name')}</label>
        <Input id={fieldId('/name')} maxLength={200} value={name} onChange={(event) => { setName(event.target.value); }} />
      </div>
      <div className="field">
        <label htmlFor={fieldId('/kind')}>{t('operations.kind')}</label>
        <Select id={fieldId('/kind')} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`operations.kinds.${value}`) }))} />
      </div>
      <div><Button htmlType="submit" loading={enter.isPending}>{t('operations.enterIt')}</Button></div>
    </form>
  );
}
