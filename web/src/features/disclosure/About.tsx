import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../../lib/title';
import './rules.css';

const roles = ['park', 'city', 'province', 'national', 'verifier', 'public', 'operator'] as const;
const checks = ['derivation', 'rules', 'calculate', 'data', 'record'] as const;

/** What the register is, who does what, and how to check it without trusting it. */
export function About() {
  const { t, i18n } = useTranslation();
  useTitle(t('page.about'));
  return (
    <article className="about">
      <header><h1>{t('about.title')}</h1></header>
      <section>
        <p>{t('about.what')}</p>
        <p>{t('about.public')}</p>
        <p>{t('about.private')}</p>
      </section>
      <section aria-labelledby="path">
        <h2 id="path">{t('about.path')}</h2>
        <p>{t('about.pathText')}</p>
        <p>{t('about.core')}</p>
      </section>
      <section aria-labelledby="roles">
        <h2 id="roles">{t('about.roles')}</h2>
        <div className="scroll-x" role="group" aria-labelledby="roles" tabIndex={0}>
          <table>
            <thead><tr><th scope="col">{t('about.who')}</th><th scope="col">{t('about.does')}</th></tr></thead>
            <tbody>{roles.map((role) => <tr key={role}><th scope="row">{t(`about.role.${role}.name`)}</th><td>{t(`about.role.${role}.does`)}</td></tr>)}</tbody>
          </table>
        </div>
      </section>
      <section aria-labelledby="check">
        <h2 id="check">{t('about.check')}</h2>
        <ol>{checks.map((check) => (
          <li key={check}>{t(`about.checks.${check}`)}{check === 'record' && <> <a href={`/check.html?lang=${i18n.language.startsWith('zh') ? 'zh' : 'en'}`}>{t('record.page')}</a></>}{check === 'calculate' && <pre><code>./registry calculate year-2025.json</code></pre>}</li>
        ))}</ol>
        <p><Link to="/rules">{t('page.rules')}</Link></p>
      </section>
      <section aria-labelledby="words">
        <h2 id="words">{t('about.sources')}</h2>
        <p>{t('about.sourcesText')}</p>
      </section>
    </article>
  );
}
