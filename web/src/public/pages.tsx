import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { Crash } from '../parts/Crash';
import { pages, type PageOf } from '../routes';
import { Frame } from './Frame';

/** The component of every public page of `routes.ts`; a page without one does not compile. */
const components: Record<PageOf<'public'>, () => Promise<ComponentType>> = {
  home: async () => (await import('../features/disclosure/Home')).Home,
  park: async () => (await import('../features/disclosure/ParkPage')).ParkPage,
  parkProcess: async () => (await import('../features/workflows/ParkProcess')).ParkProcess,
  year: async () => (await import('../features/disclosure/YearPage')).YearPage,
  years: async () => (await import('../features/disclosure/Years')).Years,
  provinces: async () => (await import('../features/disclosure/ProvinceList')).ProvinceList,
  province: async () => (await import('../features/disclosure/ProvincePage')).ProvincePage,
  verifiers: async () => (await import('../features/disclosure/Verifiers')).Verifiers,
  verifier: async () => (await import('../features/disclosure/VerifierPage')).VerifierPage,
  batches: async () => (await import('../features/disclosure/Batches')).Batches,
  compare: async () => (await import('../features/disclosure/Compare')).Compare,
  data: async () => (await import('../features/disclosure/OpenData')).OpenData,
  releases: async () => (await import('../features/disclosure/Releases')).Releases,
  release: async () => (await import('../features/disclosure/ReleasePage')).ReleasePage,
  rules: async () => (await import('../features/disclosure/Rules')).Rules,
  certificates: async () => (await import('../features/disclosure/CertificateLookup')).CertificateLookup,
  disputes: async () => (await import('../features/disclosure/DisputesPage')).DisputesPage,
  disputeNew: async () => (await import('../features/disclosure/ProtectedDispute')).ProtectedDispute,
  disputeFollow: async () => (await import('../features/disclosure/FollowDispute')).FollowDispute,
  dispute: async () => (await import('../features/disclosure/DisputePage')).DisputePage,
  subscriptionConfirm: async () => (await import('../features/disclosure/SubscriptionPage')).ConfirmSubscription,
  subscriptionStop: async () => (await import('../features/disclosure/SubscriptionPage')).StopSubscription,
  about: async () => (await import('../features/disclosure/About')).About,
  signIn: async () => (await import('../features/identity/SignIn')).SignIn,
  notFound: async () => (await import('./NotFound')).NotFound,
};

export const publicRoutes: RouteObject[] = [{
  Component: Frame,
  ErrorBoundary: Crash,
  HydrateFallback: () => null,
  children: pages
    .filter((page) => page.entry === 'public')
    .map((page) => ({ path: page.path, ErrorBoundary: Crash, lazy: async () => ({ Component: await components[page.id]() }) })),
}];
