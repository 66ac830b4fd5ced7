import { iconPaths } from '../Icon';
import { markIcon, type NodeMark } from './marks';

const svg = 'http://www.w3.org/2000/svg';

/** Sign and word on a node of a drawing. The list beside the drawing says the same to those who do not see it. */
export function badgeOf(mark: NodeMark, word: string): HTMLElement {
  const badge = document.createElement('span');
  badge.className = `drawn-badge ${mark.state}`;
  badge.setAttribute('aria-hidden', 'true');
  const icon = document.createElementNS(svg, 'svg');
  const name = markIcon[mark.state];
  Object.entries({ viewBox: '0 0 16 16', fill: 'none', stroke: 'currentColor', 'stroke-width': name === 'active' ? '8' : '2', 'stroke-linecap': 'round' }).forEach(([key, value]) => { icon.setAttribute(key, value); });
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', iconPaths[name]);
  icon.append(path);
  badge.append(icon, mark.note ?? word);
  return badge;
}
