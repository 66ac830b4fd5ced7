import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { session, signInAddress } from '../api/session';
import { useSite } from '../lib/site';
import { MassSwitch } from '../parts/MassSwitch';
import { inLanguage, languageOf } from './language';

/** Header, main and footer of every public page. */
export function Frame() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const navigation = useNavigation();

  // What the page said without its script goes when the script shows its own.
  useLayoutEffect(() => { document.getElementById('plain')?.remove(); }, []);

  // After moving to another page the reader's focus is at its start, as after a full load.
  useEffect(() => {
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className="site">
      <a className="skip" href="#main">{t('skip')}</a>
      <Masthead />
      <main id="main" ref={main} tabIndex={-1} className="measure" aria-busy={navigation.state !== 'idle'}><Outlet /></main>
      <Foot />
      <ScrollRestoration />
    </div>
  );
}

function Masthead() {
  const { t } = useTranslation();
  return (
    <header className="masthead">
      <div className="measure">
        <NavLink className="brand" to="/" end>
          <img src="/favicon.svg" width="32" height="32" alt="" />
          {t('brand')}
        </NavLink>
        <nav aria-label={t('frame.nav')}>
          <ul>
            <li><NavLink to="/" end>{t('page.home')}</NavLink></li>
            <li><NavLink to="/compare">{t('page.compare')}</NavLink></li>
            <li><NavLink to="/rules">{t('page.rules')}</NavLink></li>
            <li><NavLink to="/data">{t('page.data')}</NavLink></li>
            <li><NavLink to="/about">{t('page.about')}</NavLink></li>
          </ul>
        </nav>
        <div className="tools">
          <MassSwitch />
          <LanguageSwitch />
          <Door />
        </div>
      </div>
    </header>
  );
}

/** A plain link to the same place in the other language; the page is read anew there. */
function LanguageSwitch() {
  useLocation(); // renders again when the place changes
  const here = location.pathname + location.search + location.hash;
  return languageOf(location.pathname) === 'en'
    ? <a href={inLanguage('zh-CN', here)} lang="zh-CN" hrefLang="zh-CN">中文</a>
    : <a href={inLanguage('en', here)} lang="en" hrefLang="en">English</a>;
}

function Door() {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['session'], queryFn: session, retry: false });
  return data?.signedIn ? <a href="/desk">{t('frame.desk')}</a> : <a href={signInAddress('/desk')}>{t('frame.signIn')}</a>;
}

/** Pages that have no place in the header. */
const more = ['provinces', 'batches', 'years', 'verifiers', 'disputes', 'certificates'] as const;

function Foot() {
  const { t } = useTranslation();
  const site = useSite();
  return (
    <footer className="foot">
      <div className="measure">
        <nav aria-label={t('frame.more')}>
          <ul>
            {more.map((page) => <li key={page}><Link to={`/${page}`}>{t(`page.${page}`)}</Link></li>)}
          </ul>
        </nav>
        <nav aria-label={t('frame.data')}>
          <ul>
            <li><a href="/api/public/v1/open-data/parks.csv">{t('frame.parksCsv')}</a></li>
            <li><a href="/api/public/v1/open-data/years.csv">{t('frame.yearsCsv')}</a></li>
            <li><a href="/api/public/v1/open-data/events.jsonl">{t('frame.eventsJsonl')}</a></li>
          </ul>
        </nav>
        <p>{t('frame.sources')}</p>
        <p>{site?.mapReviewNumber ? t('frame.mapReviewed', { number: site.mapReviewNumber }) : t('frame.mapUnreviewed')}</p>
      </div>
    </footer>
  );
}
