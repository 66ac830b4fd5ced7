import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen } from '@testing-library/react';
import { App } from 'antd';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Application } from '../../api/types';
import { startWords } from '../../i18n';
import common from '../../i18n/en/common.json';
import desk from '../../i18n/en/desk.json';
import { KeyProjectsForm } from './KeyProjectsForm';

vi.stubGlobal('matchMedia', () => ({ matches: false, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined }));
vi.stubGlobal('ResizeObserver', class { observe() { return; } unobserve() { return; } disconnect() { return; } });

beforeAll(() => startWords('en', [common, desk]));

const project = (number: number) => ({ number, name: `P${String(number)}`, body: 'B', content: 'C', investmentWanYuan: '1', fromYear: 2026, toYear: 2027, plan: 'P', meaning: 'M' });
const rows = () => [...document.querySelectorAll('fieldset > legend')].map((legend) => legend.textContent);

test('a number is not given again: with the second of two lines removed, a new one is the third', { timeout: 120_000 }, async () => {
  const application = { id: 'a', version: 1, park: { name: 'Park' }, keyProjects: [project(1), project(2)] } as unknown as Application;
  const router = createMemoryRouter([{ path: '/', element: <KeyProjectsForm application={application} onBack={() => undefined} onReload={() => undefined} /> }]);
  render(<QueryClientProvider client={new QueryClient()}><App><RouterProvider router={router} /></App></QueryClientProvider>);
  expect(rows()).toEqual(['Project 1', 'Project 2']);
  fireEvent.click(screen.getByLabelText('Remove Project 2'));
  fireEvent.click(screen.getByText(desk.projects.add));
  await vi.waitFor(() => { expect(rows()).toEqual(['Project 1', 'Project 3']); }, { timeout: 20_000 });
});
