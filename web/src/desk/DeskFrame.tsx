import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { session, signInAddress, signOut } from '../api/session';
import { useNotices } from '../features/workflows/use-notices';
import { MassSwitch } from '../parts/MassSwitch';
import { Refused } from '../parts/Refused';
import { Skeleton } from '../parts/Skeleton';
import { chooseLanguage, deskLanguage } from './language';
import { useMe } from './me';

/** The frame of every desk. Whoever is not signed in is sent to do so, and comes back here. */
export function DeskFrame() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const { data, error, refetch } = useQuery({ queryKey: ['session'], queryFn: session, retry: false, staleTime: 60_000 });

  useEffect(() => {
    if (data && !data.signedIn) location.assign(signInAddress(location.pathname + location.search));
  }, [data]);

  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className="site">
      <a className="skip" href="#main">{t('skip')}</a>
      <Masthead signedIn={data?.signedIn ?? false} />
      <main id="main" ref={main} tabIndex={-1} className="measure">
        {error ? <Refused problem={error} onReload={() => void refetch()} /> : data?.signedIn ? <Outlet /> : <Skeleton lines={6} height={28} />}
      </main>
      <ScrollRestoration />
    </div>
  );
}

function Masthead({ signedIn }: { signedIn: boolean }) {
  const { t } = useTranslation();
  return (
    <header className="masthead">
      <div className="measure">
        <a className="brand" href="/"><img src="/favicon.svg" width="32" height="32" alt="" />{t('brand')}</a>
        {signedIn && <Nav />}
        <div className="tools">
          <MassSwitch />
          {deskLanguage() === 'en'
            ? <button type="button" className="link" lang="zh-CN" onClick={() => { chooseLanguage('zh-CN'); }}>中文</button>
            : <button type="button" className="link" lang="en" onClick={() => { chooseLanguage('en'); }}>English</button>}
          {signedIn && <Leave />}
        </div>
      </div>
    </header>
  );
}

function Nav() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (
    <nav aria-label={t('desk.nav')}>
      <ul>
        <li><NavLink to="/desk" end>{t('page.inbox')}</NavLink></li>
        <li><NavLink to="/desk/notices">{t('page.notices')}<Unread /></NavLink></li>
        <li><NavLink to="/desk/calendar">{t('page.calendar')}</NavLink></li>
        <li><NavLink to="/desk/parks">{t('page.myParks')}</NavLink></li>
        <li><NavLink to="/desk/processes">{t('page.processes')}</NavLink></li>
        {me?.actions?.includes('disputes') && <li><NavLink to="/desk/disputes">{t('page.deskDisputes')}</NavLink></li>}
        {me?.actions?.includes('design') && <li><NavLink to="/desk/designer">{t('page.designer')}</NavLink></li>}
        {me?.actions?.includes('keepClients') && <li><NavLink to="/desk/clients">{t('page.clients')}</NavLink></li>}
        {me?.actions?.includes('operate') && <li><NavLink to="/desk/operations">{t('page.operations')}</NavLink></li>}
      </ul>
    </nav>
  );
}

/** How many notices are unread: a number for the eye, a sentence for who listens. */
function Unread() {
  const { t } = useTranslation();
  const count = useNotices().data?.unread ?? 0;
  if (count === 0) return null;
  return <><span className="count" aria-hidden="true">{count > 99 ? '99+' : count}</span><span className="hidden"> {t('notices.unreadCount', { count })}</span></>;
}

/** Who is at this desk, and the way out. */
function Leave() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  return (
    <>
      {me && <span className="who" lang="zh-CN">{me.displayName} · {me.organisation.name}</span>}
      <button type="button" className="link" onClick={() => { void signOut().then((next) => { location.assign(next); }, () => { location.assign('/'); }); }}>{t('desk.signOut')}</button>
    </>
  );
}
