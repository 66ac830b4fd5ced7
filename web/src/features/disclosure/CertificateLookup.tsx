import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { certificates, read } from '../../api/client';
import { Problem } from '../../api/problem';
import { isCertificateNumber, plainNumber } from '../../lib/certificate';
import { useTitle } from '../../lib/title';
import { Icon } from '../../parts/Icon';
import { Refused } from '../../parts/Refused';
import { Skeleton } from '../../parts/Skeleton';
import { DemoTag, State } from '../../parts/Tags';
import './rules.css';

/** Anybody may ask whether a green certificate is claimed: each counts once, for one park and one year. */
export function CertificateLookup() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = plainNumber(search.get('number') ?? '');
  const wrong = asked !== '' && !isCertificateNumber(asked);
  useTitle(t('page.certificates'));
  return (
    <article className="about">
      <header><h1>{t('claim.title')}</h1></header>
      <section>
        <p>{t('claim.about')}</p>
        <form key={asked} role="search" className="lookup" noValidate onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('number');
          setSearch({ number: plainNumber(typeof typed === 'string' ? typed : '') });
        }}>
          <label htmlFor="number">{t('claim.number')}</label>
          <input id="number" name="number" className="input hash" maxLength={60} defaultValue={asked} autoComplete="off" spellCheck={false}
            aria-invalid={wrong} aria-describedby={wrong ? 'number-form number-wrong' : 'number-form'} />
          <button type="submit" className="button"><Icon name="search" />{t('claim.find')}</button>
          {wrong && <p id="number-wrong" className="field-error">{t('claim.wrong', { count: asked.length })}</p>}
          <p id="number-form" className="small soft">{t('claim.form')}</p>
        </form>
        <div aria-live="polite">{asked !== '' && !wrong && <Answer number={asked} />}</div>
      </section>
      <section aria-labelledby="means">
        <h2 id="means">{t('claim.means')}</h2>
        <ul>
          <li>{t('claim.once')}</li>
          <li>{t('claim.notYet')}</li>
          <li>{t('claim.dispute')}</li>
        </ul>
      </section>
    </article>
  );
}

function Answer({ number }: { number: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['certificate', number], queryFn: () => read(certificates.GET('/certificates/{number}', { params: { path: { number } } })) });
  if (error instanceof Problem && error.isNotFound) {
    return <div className="notice"><p><State look="unknown">{t('claim.free')}</State></p><p className="hash">{number}</p><p>{t('claim.freeAbout')}</p></div>;
  }
  if (error) return <Refused problem={error} onReload={() => void refetch()} />;
  if (!data) return <Skeleton lines={3} height={28} />;
  return (
    <div className="notice">
      <p><State look="active">{t('claim.claimed')}</State></p>
      <p className="hash">{data.number}</p>
      <p><Link to={`/parks/${data.parkId}`} lang="zh-CN">{data.parkName}</Link>{data.demo && <> <DemoTag /></>}</p>
      <p><Link to={`/parks/${data.parkId}/years/${String(data.year)}`}>{t('claim.year', { year: data.year })}</Link></p>
    </div>
  );
}
