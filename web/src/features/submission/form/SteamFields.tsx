import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../../../api/problem';
import type { Steam } from './steam';

type Props = { at: string; label: string; steam: Steam; wrong: Map<string, string>; onChange: (steam: Steam) => void };

/** What a steam bill says: tonnes, pressure (by gauge or absolute), temperature. */
export function SteamFields({ at, label, steam, wrong, onChange }: Props) {
  const { t } = useTranslation();
  const field = (member: 'tonnes' | 'pressure' | 'temperature', unit: string) => {
    const id = fieldId(`${at}/steam/${member}`);
    const error = wrong.get(`/${member}`);
    return (
      <div className="field">
        <label htmlFor={id}>{t(`form.steamField.${member}`)}</label>
        <Input id={id} value={steam[member]} inputMode="decimal" maxLength={20} suffix={unit} status={error ? 'error' : ''} aria-invalid={error ? true : undefined} aria-describedby={error ? `${id}-error` : undefined} onChange={(event) => { onChange({ ...steam, [member]: event.target.value }); }} />
        {error && <span id={`${id}-error`} className="cell-error">{error}</span>}
      </div>
    );
  };
  const gauge = fieldId(`${at}/steam/gauge`);
  return (
    <fieldset className="steam">
      <legend className="hidden">{t('form.steamOf', { label })}</legend>
      {field('tonnes', 't')}
      {field('pressure', 'MPa')}
      <div className="field">
        <label htmlFor={gauge}>{t('form.steamField.gauge')}</label>
        <Select id={gauge} value={steam.gauge ? 'gauge' : 'absolute'} options={[{ value: 'gauge', label: t('form.gauge') }, { value: 'absolute', label: t('form.absolute') }]} onChange={(kind) => { onChange({ ...steam, gauge: kind === 'gauge' }); }} />
      </div>
      {field('temperature', '℃')}
    </fieldset>
  );
}
