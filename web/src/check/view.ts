import { pageWords } from './page-words';
import type { Outcome, Step } from './steps';
import { states, titles, verdicts, type Words } from './words';

/** Makes an element; text is only ever text. */
export function make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Partial<Record<string, string>> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const signs = { held: '✓', failed: '✕', open: '–' } as const;

/** The answer in one line, the steps, and what the log says of the entry. */
export function draw(target: HTMLElement, outcome: Outcome, say: (words: Words) => string): void {
  target.replaceChildren(
    make('p', { class: `check-answer ${outcome.state}`, role: 'status' }, make('span', { 'aria-hidden': 'true' }, signs[outcome.state]), say(verdicts[outcome.state])),
    make('ol', { class: 'check-steps' }, ...outcome.steps.map((step) => drawStep(step, say))),
    ...(outcome.leaf ? [make('h2', {}, say(outcome.state === 'held' ? pageWords.says : pageWords.claims)), facts(outcome, say)] : []),
  );
}

function drawStep(step: Step, say: (words: Words) => string): HTMLElement {
  const detail = step.detail ? [make('details', {}, make('summary', {}, say(pageWords.computed)), make('pre', { tabindex: '0' }, step.detail.join('\n')))] : [];
  return make('li', { class: step.state, 'data-step': step.id, 'data-state': step.state },
    make('span', { class: 'sign', 'aria-hidden': 'true' }, signs[step.state]),
    make('h3', {}, say(titles[step.id]), ' ', make('small', {}, say(states[step.state]))),
    make('div', { class: 'more' }, make('p', {}, say(step.says)), ...detail));
}

function facts({ leaf, index }: Outcome, say: (words: Words) => string): HTMLElement {
  const lines = leaf ? Object.entries({ type: leaf.type, at: leaf.at, actor: leaf.actor, id: leaf.id, ...leaf.pub }) : [];
  return make('dl', { class: 'check-facts' },
    ...[[say(pageWords.place), String(index ?? '')], ...lines].map(([name, value]) =>
      make('div', {}, make('dt', {}, String(name)), make('dd', {}, typeof value === 'object' ? JSON.stringify(value) : String(value)))));
}
