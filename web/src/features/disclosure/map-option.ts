import type { ParkItem } from '../../api/types';
import { family, mapName, type Chart } from '../../lib/charts';
import { mapRegion } from '../../lib/provinces';

type Option = Parameters<Chart['setOption']>[0];

/** Shades by number of parks: none, one, two, three and more (home.css names the same). */
const shades = ['#e6eaed', '#cfe6e2', '#9fcfc8', '#6bb3a9'];

/** The inset that ECharts adds: thin islands and dashes, drawn dark enough to be seen. */
const southChinaSea = { name: '南海诸岛', itemStyle: { areaColor: '#8a93a0', borderColor: '#8a93a0' } };

export function mapOption(pins: ParkItem[], chosen: string | undefined, small: boolean, regionText: (region: string, count: number) => string): Option {
  const counts = countByRegion(pins);
  const chosenRegion = chosen ? mapRegion(chosen) : undefined;
  return {
    textStyle: { fontFamily: family },
    tooltip: { trigger: 'item', confine: true, textStyle: { color: '#1f2937', fontSize: 14 } },
    geo: {
      map: mapName,
      roam: false,
      selectedMode: false,
      top: 8, bottom: 8, left: 8, right: 8,
      itemStyle: { areaColor: shades[0], borderColor: '#ffffff', borderWidth: 1 },
      label: { show: false },
      emphasis: { label: { show: false }, itemStyle: { areaColor: '#d9c98f' } },
      tooltip: { show: true, formatter: (at: { name: string }) => escape(regionText(at.name, counts.get(at.name) ?? 0)) },
      regions: [southChinaSea, ...[...counts].map(([name, count]) => ({
        name,
        itemStyle: { areaColor: shades[Math.min(count, 3)], ...(name === chosenRegion && { borderColor: '#0b5a54', borderWidth: 2 }) },
      }))],
    },
    series: [{
      type: 'scatter',
      coordinateSystem: 'geo',
      symbolSize: small ? 6 : 9,
      itemStyle: { color: '#0f766e', borderColor: '#ffffff', borderWidth: 1.5 },
      emphasis: { scale: 1.6 },
      cursor: 'pointer',
      tooltip: { formatter: (at: { data: { park: ParkItem } }) => escape(at.data.park.name) },
      data: pins.map((park) => ({ value: [Number(park.longitude), Number(park.latitude)], park })),
    }],
  } as Option;
}

export function countByRegion(pins: readonly ParkItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const park of pins) {
    const region = mapRegion(park.province.adcode);
    if (region) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return counts;
}

/** Tooltips are HTML; a park's name is not. */
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
