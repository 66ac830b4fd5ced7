import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facts } from '../../api/types';
import { Problem } from '../../api/problem';
import { Choices, Field, showAtFields } from '../../desk/Field';
import { useUnsaved } from '../../desk/unsaved';
import { industryGroups, industryKey } from '../../lib/industry';
import { provinceName, provinces } from '../../lib/provinces';
import { Refused } from '../../parts/Refused';
import { BoundaryInput } from './BoundaryInput';
import { factsToSend, NotGeoJson, type FactsTyped } from './facts-form';
import { TargetsInput } from './TargetsInput';

type Props = { initial?: FactsTyped; problem: Error | null; busy: boolean; submit: string; onSend: (facts: Facts) => void; onCancel?: () => void; onReload?: () => void };

/** The park's basic facts, its bounds and what it promises. */
export function FactsForm({ initial, problem, busy, submit, onSend, onCancel, onReload }: Props) {
  const { t, i18n } = useTranslation();
  const [form] = Form.useForm<FactsTyped>();
  const [touched, setTouched] = useState(false);
  const [unread, setUnread] = useState<Problem>();
  useUnsaved(touched && !busy);
  useEffect(() => { showAtFields(form, problem, t); }, [form, problem, t]);

  const send = (typed: FactsTyped) => {
    try {
      setUnread(undefined);
      onSend(factsToSend(typed));
      setTouched(false);
    } catch (error) {
      if (!(error instanceof NotGeoJson)) throw error;
      const wrong = new Problem(422, undefined, '', [{ pointer: '/boundary', message: t('application.notGeoJson') }]);
      setUnread(wrong);
      showAtFields(form, wrong, t);
    }
  };
  const shown = unread ?? problem;
  return (
    <Form form={form} layout="vertical" className="form" initialValues={initial ?? { scope: 'partial', targets: [{}] }} onValuesChange={() => { setTouched(true); }} onFinish={send} requiredMark={false} scrollToFirstError>
      {shown && <Refused problem={shown} {...(onReload && { onReload })} />}
      <h2>{t('application.basics')}</h2>
      <Field path={['name']} label={t('application.name')}><Input maxLength={80} /></Field>
      <div className="pair">
        <Field path={['province']} label={t('application.province')}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={provinces.map(({ adcode }) => ({ value: adcode, label: provinceName(adcode, i18n.language) }))} />
        </Field>
        <Field path={['city']} label={t('application.city')}><Input maxLength={40} /></Field>
        <Field path={['industryGroup']} label={t('application.industry')}>
          <Select options={industryGroups.map((group) => ({ value: group, label: t(industryKey(group) ?? group) }))} />
        </Field>
        <Choices path={['scope']} label={t('application.scope')} options={[{ value: 'partial', label: t('scope.partial') }, { value: 'whole', label: t('scope.whole') }]} />
        <Field path={['constructionStart']} label={t('application.start')}><Input inputMode="numeric" maxLength={4} /></Field>
        <Field path={['constructionEnd']} label={t('application.end')}><Input inputMode="numeric" maxLength={4} /></Field>
        <Field path={['latitude']} label={t('application.latitude')} help={t('application.pinHelp')}><Input inputMode="decimal" maxLength={12} /></Field>
        <Field path={['longitude']} label={t('application.longitude')}><Input inputMode="decimal" maxLength={12} /></Field>
      </div>
      <Field path={['demo']} label={t('demo')} valuePropName="checked"><Checkbox>{t('application.demo')}</Checkbox></Field>
      <h2>{t('application.boundary')}</h2>
      <Field path={['fourBounds']} label={t('application.fourBounds')} help={t('application.fourBoundsHelp')}><Input.TextArea rows={3} maxLength={2000} /></Field>
      <BoundaryInput />
      <h2>{t('application.targets')}</h2>
      <p className="soft">{t('application.targetsHelp')}</p>
      <TargetsInput />
      <div className="actions" style={{ marginBlockStart: 24 }}>
        <Button type="primary" htmlType="submit" loading={busy}>{submit}</Button>
        {onCancel && <Button onClick={onCancel}>{t('desk.back')}</Button>}
      </div>
    </Form>
  );
}
