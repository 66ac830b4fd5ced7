import { useTranslation } from 'react-i18next';
import type { Result, Step } from '../../api/types';
import { say } from '../../lib/say';
import { Drawer } from '../../parts/Drawer';
import { Quantity } from '../../parts/Quantity';
import { branchesOf, type Branch, type FigureName } from './derivation';
import { figureName } from './indicators';
import './derivation.css';
import { DisputeForm } from './DisputeForm';
import type { Standing } from './Figure';
import { Recompute } from './Recompute';

type Props = { figure: FigureName; value: string; unit: string; result: Result; standing?: Standing; onClose: () => void };

/** How a figure came about, down to the factor and its source. */
export function DerivationDrawer({ figure, value, unit, result, standing, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const branches = branchesOf(result, figure);
  return (
    <Drawer title={figureName(figure, result, i18n.language, t)} onClose={onClose}>
      <div className="derived">
        <p className="value"><Quantity value={value} unit={unit} full /></p>
        <p className="soft">{standing ? t(`figure.basis.${standing.basis}`, { year: standing.year }) : t('figure.basis.draft', { year: result.year })}</p>
        <p>{t(`figure.rule.${figure}`, { defaultValue: '' })}</p>
      </div>
      {branches.length === 0
        ? <p className="soft">{t('figure.noSteps')}</p>
        : <ul className="tree">{branches.map((branch) => <Node key={branch.id} branch={branch} />)}</ul>}
      <section className="derived">
        <h3>{t('figure.check')}</h3>
        <Recompute steps={flat(branches)} />
        <p className="small">{t('figure.checkHow')}</p>
        <ul className="small">
          {result.rulePacks.map((pack) => (
            <li key={pack.hash}><a href={rulesAddress()}>{pack.id}@{pack.version}</a> <span className="hash soft">{pack.hash}</span></li>
          ))}
          {standing && <li><a href={`/api/public/v1/parks/${standing.parkId}/years/${String(standing.year)}`}>{t('figure.json')}</a></li>}
        </ul>
      </section>
      {standing && <DisputeForm parkId={standing.parkId} year={standing.year} figure={`${standing.basis}.${figure}`} />}
    </Drawer>
  );
}

const flat = (branches: Branch[]): Step[] => branches.flatMap((branch) => [branch, ...flat(branch.children)]);

const rulesAddress = () => (document.documentElement.lang === 'en' ? '/en/rules' : '/rules');

function Node({ branch }: { branch: Branch }) {
  const { t, i18n } = useTranslation();
  // The document says of inputs only that they are there: an object of decimal strings.
  const inputs = Object.entries((branch.inputs ?? {}) as Record<string, string>);
  return (
    <li>
      <div className="step">
        <span className="name">{say(branch.label, i18n.language)}</span>
        <Quantity value={branch.value} unit={branch.unit} full />
      </div>
      {branch.formula === 'Σ' && <p className="small soft">{t('figure.sumOf')}</p>}
      {branch.formula && branch.formula !== 'Σ' && <p className="formula"><span className="hidden">{t('figure.formula')}</span><code>{branch.formula}</code></p>}
      {inputs.length > 0 && (
        <dl className="inputs">
          {inputs.map(([name, value]) => <div key={name}><dt><code>{name}</code></dt><dd>{value}</dd></div>)}
        </dl>
      )}
      {branch.factor && (
        <p className="factor small">
          <code>factor</code> = {branch.factor.value} {branch.factor.unit} <span className="soft">({branch.factor.id})</span><br />
          {t('figure.source')}{branch.factor.source} · <abbr title={t(`mark.${branch.factor.mark}`, { defaultValue: branch.factor.mark })}>{branch.factor.mark}</abbr>{' '}
          {t(`mark.${branch.factor.mark}`, { defaultValue: '' })}
        </p>
      )}
      {branch.children.length > 0 && <ul>{branch.children.map((child) => <Node key={child.id} branch={child} />)}</ul>}
    </li>
  );
}
