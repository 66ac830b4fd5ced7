import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RulePack, Sourced, Text } from '../../api/types';
import { exact } from '../../lib/decimal';
import { say } from '../../lib/say';
import { Quantity } from '../../parts/Quantity';

type Props = { pack: RulePack };

/** The pack writes `10^4 m3`; people read 10⁴ m³. */
const printed = (unit: string) => unit.replace('10^4', '10⁴').replace('m3', 'm³');

const useWord = () => {
  const { i18n } = useTranslation();
  return (text: Text) => say(text, i18n.language);
};

function Table({ id, title, head, children }: { id: string; title: string; head: (string | [string])[]; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div className="scroll-x" role="group" aria-labelledby={id} tabIndex={0}>
        <table>
          <thead><tr>{head.map((cell) => (Array.isArray(cell) ? <th key={cell[0]} scope="col" className="number">{cell[0]}</th> : <th key={cell} scope="col">{cell}</th>))}</tr></thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}

/** Value with unit; then where it is from and how sure that is. */
function Cells({ number }: { number: Sourced | null | undefined }) {
  const { t } = useTranslation();
  if (!number) return <><td className="number soft">–</td><td className="soft">–</td></>;
  return (
    <>
      <td className="number"><Quantity value={number.value} unit={printed(number.unit)} full /></td>
      <td className="small"><abbr title={t(`mark.${number.mark}`, { defaultValue: number.mark })}>{number.mark}</abbr> <span lang="zh-CN">{number.source}</span></td>
    </>
  );
}

export function Targets({ pack }: Props) {
  const { t } = useTranslation();
  return (
    <Table id="targets" title={t('rules.targets')} head={[t('park.indicator'), t('rules.applies'), [t('park.target')], t('rules.sourceAndMark')]}>
      {pack.targets.core.map((band) => (
        <tr key={band.fromTce}>
          <th scope="row">{t('indicator.core')}</th>
          <td>{band.belowTce === null ? t('rules.from', { from: exact(band.fromTce) }) : t('rules.fromBelow', { from: exact(band.fromTce), below: exact(band.belowTce) })}</td>
          <Cells number={band.target} />
        </tr>
      ))}
      {Object.entries(pack.targets.guiding).map(([id, target]) => (
        <tr key={id}><th scope="row">{t(`indicator.${id}`)}</th><td>{t('rules.all')}</td><Cells number={target} /></tr>
      ))}
    </Table>
  );
}

export function Settings({ pack }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <Table id="settings" title={t('rules.settings')} head={[t('rules.setting'), t('rules.choice'), t('rules.alternatives'), t('rules.mark'), t('rules.why')]}>
      {Object.entries(pack.settings).map(([name, setting]) => (
        <tr key={name}>
          <th scope="row">{t(`setting.${name}`, { defaultValue: name })}</th>
          <td>{t(`settingValue.${setting.value}`, { defaultValue: setting.value })}</td>
          <td>{setting.alternatives.map((value) => t(`settingValue.${value}`, { defaultValue: value })).join('、') || '–'}</td>
          <td>{setting.mark}</td>
          <td className="small">{word(setting.reason)}</td>
        </tr>
      ))}
    </Table>
  );
}

export function SupplyFactors({ pack }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <Table id="supply" title={t('rules.supply')} head={[t('rules.item'), [t('rules.value')], t('rules.sourceAndMark')]}>
      {Object.values(pack.electricity).map((row) => <tr key={row.kind}><th scope="row">{word(row.name)}</th>{row.factor ? <Cells number={row.factor} /> : <><td className="number soft">–</td><td className="small soft">{t('rules.bySetting')}</td></>}</tr>)}
      {Object.values(pack.heat).map((row) => <tr key={row.source}><th scope="row">{word(row.name)}</th><Cells number={row.emission} /></tr>)}
      {pack.equivalentValues.map((row) => (
        <tr key={row.series + String(row.fromYear)}>
          <th scope="row">{t('rules.equivalent', { series: t(`settingValue.${row.series}`, { defaultValue: row.series }), year: row.fromYear })}</th><Cells number={row.tcePerMwh} />
        </tr>
      ))}
    </Table>
  );
}

export function FuelFactors({ pack }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <Table id="fuels" title={t('rules.fuels')} head={[t('rules.fuel'), t('rules.code'), [t('rules.energyValue')], t('rules.sourceAndMark'), [t('rules.emission')], t('rules.emissionSource')]}>
      {Object.values(pack.fuels).map((fuel) => (
        <tr key={fuel.code}><th scope="row">{word(fuel.name)}</th><td><code>{fuel.code}</code></td><Cells number={fuel.tcePerUnit} /><Cells number={fuel.emission ?? fuel.biogenic} /></tr>
      ))}
    </Table>
  );
}

export function ProductFactors({ pack }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <Table id="products" title={t('rules.products')} head={[t('rules.product'), t('rules.code'), t('rules.use'), [t('rules.value')], t('rules.sourceAndMark')]}>
      {Object.values(pack.products).map((row) => (
        <tr key={row.code}><th scope="row">{word(row.name)}</th><td><code>{row.code}</code></td><td className="small">{t(`productUse.${row.use}`, { defaultValue: row.use })}</td><Cells number={row.factor} /></tr>
      ))}
    </Table>
  );
}

export function Limits({ pack }: Props) {
  const { t } = useTranslation();
  const word = useWord();
  const level = (value: string | null) => (value === null ? <span className="soft">–</span> : exact(value));
  return (
    <Table id="limits" title={t('rules.limits')} head={[t('rules.product'), t('rules.standard'), t('rules.unit'), [t('rules.level1')], [t('rules.level2')], [t('rules.level3')], t('rules.mark')]}>
      {Object.values(pack.limits).map((row) => (
        <tr key={row.code}>
          <th scope="row">{word(row.name)}</th><td>{row.standard}</td><td>{row.unit}</td>
          <td className="number">{level(row.level1)}</td><td className="number">{level(row.level2)}</td><td className="number">{level(row.level3)}</td><td>{row.mark}</td>
        </tr>
      ))}
    </Table>
  );
}
