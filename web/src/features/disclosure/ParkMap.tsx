import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { registerMap, startChart, type Chart } from '../../lib/charts';
import { measures, writeFilter, type Measure, type ParkFilter } from '../../lib/filter';
import { provinceName, provinceOfRegion } from '../../lib/provinces';
import { useSite } from '../../lib/site';
import { mapOption, pinOption, type Pin, type View } from './map-option';
import { useParkPins } from './parks';

const whole: View = { zoom: 1 };

/** The parks under the filter as pins, provinces shaded by a measure. A province narrows the list, a pin opens its park, several pins come nearer. */
export function ParkMap({ filter }: { filter: ParkFilter }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const site = useSite();
  const { data: pins } = useParkPins(filter);
  const { data: ready, error } = useQuery({
    queryKey: ['map', site?.map], enabled: Boolean(site), staleTime: Infinity, queryFn: () => loadMap(site?.map ?? ''),
  });
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart>(undefined);
  const [view, setView] = useState<View>(whole);
  const [width, setWidth] = useState(0);
  const by = filter.by ?? 'parks';

  useEffect(() => {
    if (!ready || !place.current) return;
    const [made, stop] = startChart(place.current);
    chart.current = made;
    const watch = new ResizeObserver(() => { setWidth(made.getWidth()); });
    watch.observe(place.current);
    return () => { watch.disconnect(); stop(); };
  }, [ready]);

  useEffect(() => {
    const map = chart.current;
    if (!map || !pins) return;
    const small = map.getWidth() < 480;
    map.resize();
    map.setOption(mapOption(pins, by, filter.province, view, (region, count) => t('home.regionCount', {
      region: provinceName(provinceOfRegion(region) ?? '', i18n.language, region), measure: t(`home.measure.${by}`), count,
    })));
    map.setOption(pinOption(map, pins, small));
    map.off('click');
    map.on('click', (event) => {
      if (event.componentType === 'series') {
        const { parks } = event.data as Pin;
        const [park] = parks;
        if (parks.length > 1 && view.zoom < 12) setView({ center: event.value as [number, number], zoom: view.zoom * 2.5 });
        else if (park) void navigate(`/parks/${park.id}`);
        return;
      }
      const province = provinceOfRegion(event.name);
      if (province) void navigate({ search: writeFilter({ ...filter, province: filter.province === province ? undefined : province, page: 1 }) }, { preventScrollReset: true });
    });
  }, [pins, ready, filter, by, view, width, t, i18n.language, navigate]);

  return (
    <figure>
      <div className="map-tools">
        <label htmlFor="by">{t('home.shadedBy')}</label>
        <select id="by" className="input" value={by} onChange={(event) => { void navigate({ search: writeFilter({ ...filter, by: event.target.value as Measure }) }, { preventScrollReset: true }); }}>
          {measures.map((measure) => <option key={measure} value={measure}>{t(`home.measure.${measure}`)}</option>)}
        </select>
        {view.zoom > 1 && <button type="button" className="link" onClick={() => { setView(whole); }}>{t('home.wholeMap')}</button>}
      </div>
      <div ref={place} className="map-canvas" role="img" aria-label={t('home.mapLabel', { count: pins?.length ?? 0 })} />
      <figcaption className="small soft">
        {error ? t('home.mapUnread') : <>
          <span className="key"><i className="shade none" />0</span>
          <span className="key"><i className="shade one" />1</span>
          <span className="key"><i className="shade two" />2</span>
          <span className="key"><i className="shade three" />{t('home.threeOrMore')}</span>
          <span>{t('home.mapKey')}</span>
          <Link to="/provinces">{t('home.sameAsTable')}</Link>
        </>}
      </figcaption>
    </figure>
  );
}

async function loadMap(address: string): Promise<true> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`map: ${String(response.status)}`);
  registerMap(await response.json() as object);
  return true;
}
