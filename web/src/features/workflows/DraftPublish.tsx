import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, workflows } from '../../api/client';
import { useCommand } from '../../desk/command';
import { provinceName, provinces } from '../../lib/provinces';
import { Refused } from '../../parts/Refused';

/** From a day on, new cases of a province run on this file; cases that run keep theirs. */
export function DraftPublish({ xml }: { xml: string }) {
  const { t, i18n } = useTranslation();
  const [province, setProvince] = useState<string>();
  const [from, setFrom] = useState('');
  const publish = useCommand(() => read(workflows.POST('/definitions', { body: { xml, province: province ?? null, validFrom: from === '' ? null : `${from}T00:00:00+08:00` } })), ['definitions']);
  return (
    <section className="panel" aria-labelledby="publish">
      <h2 id="publish">{t('designer.publish')}</h2>
      <p className="soft">{t('designer.publishAbout')}</p>
      {publish.error && <Refused key={publish.failureCount} problem={publish.error} />}
      <div className="field"><label htmlFor="publish-province">{t('application.province')}</label><Select id="publish-province" showSearch optionFilterProp="label" value={province ?? null} onChange={(value) => { setProvince(value ?? undefined); }} options={provinces.map(({ adcode }) => ({ value: adcode, label: provinceName(adcode, i18n.language) }))} /></div>
      <div className="field"><label htmlFor="publish-from">{t('designer.validFrom')}</label><Input id="publish-from" type="date" value={from} onChange={(event) => { setFrom(event.target.value); }} /></div>
      <Button type="primary" disabled={!province} loading={publish.isPending} onClick={() => { publish.mutate(undefined); }}>{t('designer.publishNow')}</Button>
      {publish.data && <p role="status" className="notice">{t('designer.published', { hash: publish.data.sha256.slice(0, 12) })}</p>}
    </section>
  );
}
