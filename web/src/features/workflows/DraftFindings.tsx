import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckedDraft } from '../../api/types';
import { flowsOf, nodesOf } from '../../lib/bpmn';
import { Drawing } from '../../parts/Drawing';
import { DrawingTable } from '../../parts/DrawingTable';
import type { NodeMark } from '../../parts/drawing/marks';
import { State } from '../../parts/Tags';
import { PathPlayer } from './PathPlayer';

/** What the checks found: whether it may be published, what is wrong and where, the way that fails, what differs from the other version. */
export function DraftFindings({ xml, found }: { xml: string; found: CheckedDraft }) {
  const { t, i18n } = useTranslation();
  const zh = i18n.language.startsWith('zh');
  const names = useMemo(() => new Map<string, string>([...nodesOf(xml, i18n.language), ...flowsOf(xml, i18n.language).filter((flow) => flow.name)].map((each) => [each.id, each.name])), [xml, i18n.language]);
  const walked = found.problems.find((each) => each.path.length > 0);
  const differences = found.differences ?? [];
  const marks = useMemo<NodeMark[]>(() => [
    ...found.problems.filter((each) => each.problem.element).map((each): NodeMark => ({ node: each.problem.element, state: 'failing' })),
    ...(found.differences ?? []).filter((each) => !each.isFlow && each.change !== 'removed').map((each): NodeMark => ({ node: each.element, state: each.change === 'added' ? 'added' : 'changed' })),
  ], [found]);
  return (
    <>
      <section aria-labelledby="found">
        <h2 id="found">{t('designer.found')}</h2>
        <p role="status">{found.accepted
          ? <><State look="met">{t('designer.accepted')}</State> {t('designer.longest', { days: found.workingDays ?? 0, most: found.mostWorkingDays, states: found.states })}</>
          : <State look="not-met">{t('designer.refused', { count: found.problems.length })}</State>}</p>
        {found.problems.length > 0 && (
          <ol className="findings">
            {found.problems.map(({ problem }, place) => (
              <li key={place}><p><strong>{problem.element ? names.get(problem.element) ?? problem.element : t('designer.file')}</strong> · <code>{problem.code}</code></p><p>{zh ? problem.message.zh : problem.message.en}</p></li>
            ))}
          </ol>
        )}
      </section>
      {walked && <section aria-labelledby="way"><h2 id="way">{t('designer.way')}</h2><PathPlayer key={xml} xml={xml} path={walked.path} fails={walked.problem.element || undefined} /></section>}
      {found.differences && (
        <section aria-labelledby="differences">
          <h2 id="differences">{t('designer.differences')}</h2>
          {differences.length === 0 ? <p className="soft">{t('designer.same')}</p> : (
            <>
              <ul className="findings">
                {differences.map((each) => (
                  <li key={each.element + each.change}><p><State look={each.change === 'added' ? 'met' : each.change === 'removed' ? 'not-met' : 'attention'}>{t(`designer.change.${each.change}`)}</State> <strong>{each.name ?? names.get(each.element) ?? each.element}</strong>{each.what.length > 0 && ` · ${each.what.map((what) => t(`designer.what.${what}`)).join(' · ')}`}</p></li>
                ))}
              </ul>
              {!walked && <div className="drawn"><Drawing xml={xml} marks={marks} taken={[]} /><DrawingTable xml={xml} marks={marks} /></div>}
            </>
          )}
        </section>
      )}
    </>
  );
}
