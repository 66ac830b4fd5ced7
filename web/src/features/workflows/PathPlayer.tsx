import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PathStep } from '../../api/types';
import { nodesOf } from '../../lib/bpmn';
import { Drawing } from '../../parts/Drawing';
import type { NodeMark } from '../../parts/drawing/marks';

const pause = 900;
const wantsRest = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** A way through a drawing, step by step: played where motion is wanted, and always a list. */
export function PathPlayer({ xml, path, fails }: { xml: string; path: readonly PathStep[]; fails: string | undefined }) {
  const { t, i18n } = useTranslation();
  const [step, setStep] = useState(() => (wantsRest() ? path.length - 1 : 0));
  const [playing, setPlaying] = useState(() => !wantsRest());
  const names = useMemo(() => new Map(nodesOf(xml, i18n.language).map((node) => [node.id, node.name])), [xml, i18n.language]);
  useEffect(() => {
    if (!playing || step >= path.length - 1) return;
    const timer = setTimeout(() => { setStep(step + 1); }, pause);
    return () => { clearTimeout(timer); };
  }, [playing, step, path.length]);
  const taken = useMemo(() => path.slice(0, step + 1).flatMap((each) => each.flows), [path, step]);
  const marks = useMemo<NodeMark[]>(() => {
    const reached = [...new Set(path.slice(0, step + 1).flatMap((each) => [each.node, ...each.nodes]))].filter((node) => node !== '' && node !== fails);
    return [...reached.map((node): NodeMark => ({ node, state: 'done' })), ...(fails && step >= path.length - 1 ? [{ node: fails, state: 'failing' as const }] : [])];
  }, [path, step, fails]);
  const named = (node: string) => names.get(node) ?? node;
  return (
    <div className="drawn">
      <Drawing xml={xml} marks={marks} taken={taken} />
      <div className="stack">
        <div className="actions">
          <button type="button" className="button quiet" onClick={() => { setStep(0); setPlaying(true); }}>{t('designer.play')}</button>
          <button type="button" className="button quiet" disabled={step <= 0} onClick={() => { setPlaying(false); setStep(step - 1); }}>{t('designer.back')}</button>
          <button type="button" className="button quiet" disabled={step >= path.length - 1} onClick={() => { setPlaying(false); setStep(step + 1); }}>{t('designer.forward')}</button>
        </div>
        <ol className="path-steps">
          {path.map((each, place) => (
            <li key={place} aria-current={place === step ? 'step' : undefined}>
              <button type="button" className="link" onClick={() => { setPlaying(false); setStep(place); }}>{t(`designer.did.${each.did}`, { node: named(each.node) })}</button>
              {each.nodes.length > 0 && <span className="small soft"> → {each.nodes.filter((node) => node !== '' && node !== each.node).map(named).join(' → ')}</span>}
            </li>
          ))}
          {fails && <li><strong>{t('designer.failsAt', { node: named(fails) })}</strong></li>}
        </ol>
      </div>
    </div>
  );
}
