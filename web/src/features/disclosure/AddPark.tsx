import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { disclosure, read } from '../../api/client';
import { provinceName } from '../../lib/provinces';
import { Icon } from '../../parts/Icon';

/** Finds a park to set beside the others. */
export function AddPark({ chosen, onAdd }: { chosen: string[]; onAdd: (id: string) => void }) {
  const { t, i18n } = useTranslation();
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['find', q], enabled: q !== '',
    queryFn: () => read(disclosure.GET('/parks', { params: { query: { q, pageSize: 8 } } })),
  });
  return (
    <div className="no-print">
      <form role="search" className="search" onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('find');
        setQ(typeof typed === 'string' ? typed.trim().slice(0, 100) : '');
      }}>
        <label className="hidden" htmlFor="find">{t('compare.add')}</label>
        <input id="find" name="find" type="search" className="input" maxLength={100} placeholder={t('compare.addHint')} />
        <button type="submit" className="button"><Icon name="search" />{t('compare.find')}</button>
      </form>
      <ul className="found" aria-live="polite">
        {q !== '' && data?.items.length === 0 && <li className="soft">{t('home.nothing')}</li>}
        {q !== '' && data?.items.filter((park) => !chosen.includes(park.id)).map((park) => (
          <li key={park.id}>
            <span><span lang="zh-CN">{park.name}</span> <span className="soft small">{provinceName(park.province.adcode, i18n.language, park.province.name)}</span></span>
            <button type="button" className="button quiet" onClick={() => { setQ(''); onAdd(park.id); }}>{t('compare.choose')}<span className="hidden"> {park.name}</span></button>
          </li>
        ))}
      </ul>
    </div>
  );
}
