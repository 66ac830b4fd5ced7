import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import { at } from '../activity';
import { useYear } from '../year-context';
import { NumberField } from './NumberField';
import { lastAt } from './previous';

/** A value that comes once a year, with its label above. */
export function Value({ pointer, unit }: { pointer: string; unit?: string | undefined }) {
  const { t } = useTranslation();
  const { data, previous, change } = useYear();
  const label = t(`column.${pointer.slice(pointer.lastIndexOf('/') + 1)}`);
  return (
    <div className="field value">
      <label htmlFor={fieldId(pointer)}>{label}</label>
      <NumberField pointer={pointer} label={label} labelled value={at(data, pointer)} unit={unit} last={unit === undefined ? undefined : lastAt(previous, pointer)} onChange={(text) => { change(pointer, text); }} />
    </div>
  );
}
