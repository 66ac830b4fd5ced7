import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PathStep } from '../../api/types';
import { startWords } from '../../i18n';
import common from '../../i18n/en/common.json';
import desk from '../../i18n/en/desk.json';
import { PathPlayer } from './PathPlayer';

const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><startEvent id="start" name="开始" /><userTask id="check" name="审查"><documentation>Check</documentation></userTask><parallelGateway id="join" name="汇合" /></process></definitions>`;
const path: PathStep[] = [{ did: 'start', node: 'p', flows: ['f1'], nodes: ['start', 'check'] }, { did: 'done', node: 'check', flows: ['f2'], nodes: ['join'] }];

const current = () => screen.getAllByRole('listitem').findIndex((item) => item.getAttribute('aria-current') === 'step');

describe('a way that fails', () => {
  beforeAll(() => startWords('en', [common, desk]));
  beforeEach(() => { vi.stubGlobal('matchMedia', () => ({ matches: true })); });

  it('is written out as a list, with where it fails at the end', () => {
    render(<PathPlayer xml={xml} path={path} fails="join" />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(['Start → 开始 → Check', 'Check is done → 汇合', 'Fails at 汇合.']);
  });

  it('stands at its end where no motion is wanted, and goes step by step', async () => {
    render(<PathPlayer xml={xml} path={path} fails="join" />);
    expect(current()).toBe(1);
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(current()).toBe(0);
    expect(screen.getByRole('button', { name: 'Back' })).toBeDisabled();
  });
});
