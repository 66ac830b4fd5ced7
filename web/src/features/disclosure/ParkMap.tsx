import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ParkItem } from '../../api/types';
import { registerMap, startChart, type Chart } from '../../lib/charts';
import { writeFilter, type ParkFilter } from '../../lib/filter';
import { provinceName, provinceOfRegion } from '../../lib/provinces';
import { useSite } from '../../lib/site';
import { mapOption } from './map-option';
import { useParkPins } from './parks';

/** The parks under the filter as pins, provinces shaded by how many they have. A province narrows the list, a pin opens its park. */
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

  useEffect(() => {
    if (!ready || !place.current) return;
    const [made, stop] = startChart(place.current);
    chart.current = made;
    return stop;
  }, [ready]);

  useEffect(() => {
    const map = chart.current;
    if (!map || !pins) return;
    map.setOption(mapOption(pins, filter.province, map.getWidth() < 480, (region, count) => t('home.regionCount', {
      region: provinceName(provinceOfRegion(region) ?? '', i18n.language, region), count,
    })));
    map.off('click');
    map.on('click', (event) => {
      if (event.componentType === 'series') {
        void navigate(`/parks/${(event.data as { park: ParkItem }).park.id}`);
        return;
      }
      const province = provinceOfRegion(event.name);
      if (province) void navigate({ search: writeFilter({ ...filter, province: filter.province === province ? undefined : province, page: 1 }) }, { preventScrollReset: true });
    });
  }, [pins, ready, filter, t, i18n.language, navigate]);

  return (
    <figure>
      <div ref={place} className="map-canvas" role="img" aria-label={t('home.mapLabel', { count: pins?.length ?? 0 })} />
      <figcaption className="small soft">
        {error ? t('home.mapUnread') : <>
          <span className="key"><i className="shade none" />0</span>
          <span className="key"><i className="shade one" />1</span>
          <span className="key"><i className="shade two" />2</span>
          <span className="key"><i className="shade three" />{t('home.threeOrMore')}</span>
          <span>{t('home.mapKey')}</span>
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
