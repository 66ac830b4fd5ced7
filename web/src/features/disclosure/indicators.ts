import type { Translate } from '../../api/problem';
import type { Result } from '../../api/types';
import { say } from '../../lib/say';

type Indicator = Result['indicators'][number];

/** The national six have words of ours; one that a refinement adds brings its own. */
export const indicatorName = ({ id, label }: Indicator, language: string, t: Translate) => (label ? say(label, language) : t(`indicator.${id}`));

/** What a figure is called where it is opened; an added indicator is its own name. */
export function figureName(figure: string, result: Result, language: string, t: Translate): string {
  const added = result.indicators.find(({ id, label }) => id === figure && label);
  return added ? indicatorName(added, language, t) : t(`figure.name.${figure}`);
}

/** On which side of the target a value meets it: core at most, guiding at least, added ones as they say. */
export const targetSign = ({ id, bound }: Indicator) => (bound === 'atMost' || (!bound && id === 'core') ? '≤' : '≥');
