import { useTranslation } from 'react-i18next';
import { steps, type Stage } from '../lib/stage';
import { Icon } from './Icon';

/** Where a park stands on its road; the state of each step is said in words for those who do not see the signs. */
export function Stepper({ stage }: { stage: Stage }) {
  const { t } = useTranslation();
  return (
    <ol className="stepper" aria-label={t('park.stage')}>
      {steps(stage).map(({ name, state }) => (
        <li key={name} className={state} aria-current={state === 'current' ? 'step' : undefined}>
          <span className="sign">{state === 'done' && <Icon name="met" />}</span>
          <span>{t(`step.${name}`)}<span className={state === 'current' ? 'now' : 'hidden'}> {t(`step.state.${state}`)}</span></span>
        </li>
      ))}
    </ol>
  );
}
