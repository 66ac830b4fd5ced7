import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { Crash } from '../parts/Crash';
import { pages, type PageOf } from '../routes';
import { DeskFrame } from './DeskFrame';

/** The component of every desk page of `routes.ts`; a page without one does not compile. */
const components: Record<PageOf<'desk'>, () => Promise<ComponentType>> = {
  inbox: async () => (await import('./Inbox')).Inbox,
  notices: async () => (await import('../features/workflows/NoticesPage')).NoticesPage,
  calendar: async () => (await import('../features/workflows/CalendarPage')).CalendarPage,
  processes: async () => (await import('../features/workflows/ProcessesPage')).ProcessesPage,
  designer: async () => (await import('../features/workflows/DesignerPage')).DesignerPage,
  task: async () => (await import('../features/workflows/TaskPage')).TaskPage,
  instance: async () => (await import('../features/workflows/InstancePage')).InstancePage,
  myParks: async () => (await import('./MyParks')).MyParks,
  applicationNew: async () => (await import('../features/registration/NewApplication')).NewApplication,
  application: async () => (await import('../features/registration/ApplicationPage')).ApplicationPage,
  listNew: async () => (await import('../features/registration/PublishList')).PublishList,
  boundaryChange: async () => (await import('../features/registration/ChangeBoundary')).ChangeBoundary,
  submission: async () => (await import('../features/submission/SubmissionPage')).SubmissionPage,
  verification: async () => (await import('../features/verification/VerificationPage')).VerificationPage,
  acceptance: async () => (await import('../features/acceptance/AcceptancePage')).AcceptancePage,
  deskDisputes: async () => (await import('../features/disputes/DisputeQueue')).DisputeQueue,
  deskDispute: async () => (await import('../features/disputes/DisputeDesk')).DisputeDesk,
  clients: async () => (await import('../features/identity/MachineClients')).MachineClients,
  operations: async () => (await import('../features/operations/Operations')).Operations,
  deskNotFound: async () => (await import('./DeskNotFound')).DeskNotFound,
};

export const deskRoutes: RouteObject[] = [{
  Component: DeskFrame,
  ErrorBoundary: Crash,
  HydrateFallback: () => null,
  children: pages
    .filter((page) => page.entry === 'desk')
    .map((page) => ({ path: page.path, ErrorBoundary: Crash, lazy: async () => ({ Component: await components[page.id]() }) })),
}];
