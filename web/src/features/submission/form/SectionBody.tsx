import { useTranslation } from 'react-i18next';
import type { EnterpriseCoverage } from '../../../api/types';
import { columns, contextColumns } from '../columns';
import { type BesideSection, type FormSection } from '../sections';
import { Bill } from './Bill';
import { Conversions } from './Conversions';
import { Enterprises } from './Enterprises';
import { Indicators } from './Indicators';
import { Meters } from './Meters';
import { PowerUnitSwitch } from './PowerUnitSwitch';
import { Rows } from './Rows';
import { Subtotal } from './Subtotal';

const ofPower = new Set<FormSection>(['electricity', 'thermalGeneration', 'meters', 'directLines', 'enterprises']);

/** One section of the year, with the switch of its unit above and what it adds up to below. */
export function SectionBody({ section, coverage }: { section: Exclude<FormSection, BesideSection>; coverage: EnterpriseCoverage | null | undefined }) {
  const { t } = useTranslation();
  const label = t(`section.${section}`);
  const body = () => {
    switch (section) {
      case 'electricity': return <Bill label={label} />;
      case 'conversions': return <Conversions />;
      case 'indicators': return <Indicators />;
      case 'meters': return <Meters />;
      case 'enterprises': return <Enterprises coverage={coverage} />;
      case 'stocks': case 'directLines': case 'removals': return <Rows key={section} list={`/context/${section}`} columns={contextColumns[section]} label={label} />;
      default: return <Rows key={section} list={`/${section}`} columns={columns[section]} label={label} />;
    }
  };
  return <>{ofPower.has(section) && <PowerUnitSwitch />}{body()}<Subtotal section={section} /></>;
}
