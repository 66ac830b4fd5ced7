import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../desk/Field';
import { BoundarySketch } from '../disclosure/BoundarySketch';
import { parseBoundary, type FactsTyped } from './facts-form';

/** The boundary as GeoJSON, with a sketch of what was pasted. */
export function BoundaryInput() {
  const { t } = useTranslation();
  const form = Form.useFormInstance<FactsTyped>();
  const typed = Form.useWatch('boundary', form);
  return (
    <>
      <Field path={['boundary']} label={`${t('application.geoJson')}（${t('optional')}）`} help={t('application.geoJsonHelp')}>
        <Input.TextArea rows={4} spellCheck={false} className="code" />
      </Field>
      <BoundarySketch geometry={drawable(typed)} name={t('application.thisPark')} />
    </>
  );
}

function drawable(typed: string | undefined): unknown {
  try {
    return typed?.trim() ? parseBoundary(typed) : undefined;
  } catch {
    return undefined;
  }
}
