import { useTranslation } from 'react-i18next';
import type { Verdict as VerdictName } from '../api/types';
import { isStage, type Stage } from '../lib/stage';
import { Icon, type IconName } from './Icon';

export type Look = Extract<IconName, 'met' | 'not-met' | 'unknown' | 'attention' | 'active'>;

/** A state: sign, word and colour together, never colour alone. */
export function State({ look, children }: { look: Look; children: React.ReactNode }) {
  return <span className={`state ${look}`}><Icon name={look} /><span>{children}</span></span>;
}

const verdictLook: Record<VerdictName, Look> = { met: 'met', notMet: 'not-met', noNationalTarget: 'unknown', notApplicable: 'unknown', notReported: 'unknown', noTarget: 'unknown' };

export function Verdict({ verdict }: { verdict: VerdictName | null }) {
  const { t } = useTranslation();
  if (verdict === null) return <State look="unknown">{t('noData')}</State>;
  return <State look={verdictLook[verdict]}>{t(`verdict.${verdict}`)}</State>;
}

const stageLook: Partial<Record<Stage, Look>> = { accepted: 'met', suspended: 'attention', withdrawn: 'not-met', rejected: 'not-met' };

export function StageTag({ stage }: { stage: string }) {
  const { t } = useTranslation();
  return isStage(stage) ? <State look={stageLook[stage] ?? 'active'}>{t(`stage.${stage}`)}</State> : <State look="unknown">{stage}</State>;
}

export function DemoTag() {
  const { t } = useTranslation();
  return <span className="tag demo" title={t('demoHint')}>{t('demo')}</span>;
}
