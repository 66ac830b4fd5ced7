import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { isCertificateNumber, plainNumber } from '../../lib/certificate';
import { industryGroups, industryKey } from '../../lib/industry';
import { isNarrowed, writeFilter, type ParkFilter } from '../../lib/filter';
import { provinceName, provinces } from '../../lib/provinces';
import { stages, type Stage } from '../../lib/stage';
import { Icon } from '../../parts/Icon';

/** Search by name, letters of its pinyin, place, or a certificate's number. Works as a form, so Enter and the button do the same. */
export function Search({ filter }: { filter: ParkFilter }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);

  // What the reader typed while the script was on its way stays typed.
  useLayoutEffect(() => {
    const plain = document.querySelector<HTMLInputElement>('#plain input[name=q]');
    if (!plain || !field.current) return;
    field.current.value = plain.value;
    if (document.activeElement === plain) field.current.focus({ preventScroll: true });
  }, []);

  return (
    <form role="search" className="search" onSubmit={(event) => {
      event.preventDefault();
      const typed = new FormData(event.currentTarget).get('q');
      const q = typeof typed === 'string' ? typed.trim() : '';
      if (isCertificateNumber(plainNumber(q))) void navigate(`/certificates?number=${plainNumber(q)}`);
      else void navigate({ search: writeFilter({ ...filter, q, page: 1 }) }, { preventScrollReset: true });
    }}>
      <label className="hidden" htmlFor="q">{t('home.search')}</label>
      <input ref={field} id="q" name="q" type="search" className="input" maxLength={100} defaultValue={filter.q ?? ''} placeholder={t('home.searchHint')} />
      <button type="submit" className="button"><Icon name="search" />{t('home.find')}</button>
    </form>
  );
}

/** Province, stage and scope; each choice takes effect at once and lands in the address. */
export function ParkFilters({ filter }: { filter: ParkFilter }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const narrow = (change: Partial<ParkFilter>) => {
    void navigate({ search: writeFilter({ ...filter, ...change, page: 1 }) }, { preventScrollReset: true });
  };
  return (
    <div className="filters">
      <Choice id="province" label={t('home.province')} value={filter.province} all={t('home.allProvinces')}
        options={provinces.map(({ adcode }) => [adcode, provinceName(adcode, i18n.language)])}
        onChange={(province) => { narrow({ province }); }} />
      <Choice id="stage" label={t('home.stage')} value={filter.stage} all={t('home.allStages')}
        options={stages.map((stage) => [stage, t(`stage.${stage}`)])}
        onChange={(stage) => { narrow({ stage: stage as Stage | undefined }); }} />
      <Choice id="scope" label={t('home.scope')} value={filter.scope} all={t('home.allScopes')}
        options={[['whole', t('scope.whole')], ['partial', t('scope.partial')]]}
        onChange={(scope) => { narrow({ scope: scope as ParkFilter['scope'] }); }} />
      <Choice id="industry" label={t('park.industry')} value={filter.industry} all={t('home.allIndustries')}
        options={industryGroups.map((group) => [group, t(industryKey(group) ?? group)])}
        onChange={(industry) => { narrow({ industry }); }} />
      <Tick id="listed" label={t('home.onlyListed')} on={filter.listed} onChange={(listed) => { narrow({ listed }); }} />
      <Tick id="disclosed" label={t('home.onlyDisclosed')} on={filter.disclosed} onChange={(disclosed) => { narrow({ disclosed }); }} />
      {filter.batch && <span className="tag">{t('batch.one', { batch: filter.batch })}</span>}
      {filter.verdict && <span className="tag">{t('indicator.core')}: {t(`verdict.${filter.verdict}`)}</span>}
      {isNarrowed(filter) && <Link className="clear" to="/" preventScrollReset>{t('home.clear')}</Link>}
    </div>
  );
}

type TickProps = { id: string; label: string; on: true | undefined; onChange: (on: true | undefined) => void };

function Tick({ id, label, on, onChange }: TickProps) {
  return (
    <label className="tick" htmlFor={id}>
      <input id={id} type="checkbox" checked={on ?? false} onChange={(event) => { onChange(event.target.checked || undefined); }} />{label}
    </label>
  );
}

type ChoiceProps = { id: string; label: string; value: string | undefined; all: string; options: [string, string][]; onChange: (value: string | undefined) => void };

function Choice({ id, label, value, all, options, onChange }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value ?? ''} onChange={(event) => { onChange(event.target.value || undefined); }}>
        <option value="">{all}</option>
        {options.map(([key, name]) => <option key={key} value={key}>{name}</option>)}
      </select>
    </div>
  );
}
