import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../api/problem';
import { Field } from '../../desk/Field';

/** One core target a year; as many rows as the park has years to promise for. */
export function TargetsInput() {
  const { t } = useTranslation();
  return (
    <Form.List name="targets">
      {(rows, { add, remove }) => (
        <div id={fieldId('/targets')} tabIndex={-1}>
          {rows.map((row, index) => (
            <div key={row.key} className="actions" style={{ alignItems: 'start' }}>
              <Field path={['targets', index, 'year']} name={[row.name, 'year']} label={t('application.targetYear', { number: index + 1 })}><Input inputMode="numeric" maxLength={4} style={{ width: 120 }} /></Field>
              <Field path={['targets', index, 'core']} name={[row.name, 'core']} label={t('application.targetCore', { number: index + 1 })}><Input inputMode="decimal" maxLength={16} style={{ width: 160 }} suffix="t/tce" /></Field>
              {rows.length > 1 && <Button type="link" style={{ marginBlockStart: 30 }} onClick={() => { remove(row.name); }} aria-label={t('application.removeTarget', { number: index + 1 })}>{t('desk.remove')}</Button>}
            </div>
          ))}
          <Form.ErrorList errors={[]} />
          {rows.length < 20 && <Button onClick={() => { add({}); }}>{t('application.addTarget')}</Button>}
        </div>
      )}
    </Form.List>
  );
}
