import type { ParkItem } from '../../api/types';
import { family, mapName, type Chart } from '../../lib/charts';
import type { Measure } from '../../lib/filter';
import { mapRegion } from '../../lib/provinces';
import { gather } from './clusters';

type Option = Parameters<Chart['setOption']>[0];

/** Shades by number of parks: none, one, two, three and more (home.css names the same). */
const shades = ['#e6eaed', '#cfe6e2', '#9fcfc8', '#6bb3a9'];

/** The inset that ECharts adds: thin islands and dashes, drawn dark enough to be seen. */
const southChinaSea = { name: '南海诸岛', itemStyle: { areaColor: '#8a93a0', borderColor: '#8a93a0' } };

export type View = { center?: [number, number]; zoom: number };

/** The map without its pins: provinces shaded by a measure, the chosen one framed. */
export function mapOption(pins: ParkItem[], by: Measure, chosen: string | undefined, view: View, regionText: (region: string, count: number) => string): Option {
  const counts = countByRegion(pins, by);
  const chosenRegion = chosen ? mapRegion(chosen) : undefined;
  return {
    textStyle: { fontFamily: family },
    tooltip: { trigger: 'item', confine: true, textStyle: { color: '#1f2937', fontSize: 14 } },
    geo: {
      map: mapName,
      roam: false,
      zoom: view.zoom,
      center: view.center ?? null,
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
  } as Option;
}

export type Pin = { parks: ParkItem[] };

/** Parks as pins; those that would lie upon each other as one, with their number. Only after the map is drawn is it known which do. */
export function pinOption(chart: Chart, pins: ParkItem[], small: boolean): Option {
  const placed = pins.flatMap((park) => {
    const at = chart.convertToPixel('geo', [Number(park.longitude), Number(park.latitude)]) as number[] | undefined;
    return at ? [{ x: at[0] ?? 0, y: at[1] ?? 0, of: park }] : [];
  });
  return {
    series: [{
      id: 'pins',
      type: 'scatter',
      coordinateSystem: 'geo',
      itemStyle: { color: '#0f766e', borderColor: '#ffffff', borderWidth: 1.5 },
      emphasis: { scale: 1.2 },
      cursor: 'pointer',
      tooltip: { formatter: (at: { data: Pin }) => at.data.parks.slice(0, 8).map((park) => escape(park.name)).join('<br>') + (at.data.parks.length > 8 ? '<br>…' : '') },
      data: gather(placed, small ? 14 : 18).map(({ x, y, members }) => ({
        value: chart.convertFromPixel('geo', [x, y]),
        parks: members,
        symbolSize: members.length > 1 ? (small ? 16 : 20) : (small ? 7 : 9),
        label: { show: members.length > 1, formatter: String(members.length), color: '#ffffff', fontSize: small ? 10 : 12, fontWeight: 600 },
      })),
    }],
  } as Option;
}

const counted: Record<Measure, (park: ParkItem) => boolean> = {
  parks: () => true,
  disclosed: (park) => park.disclosedYears.length > 0,
  met: (park) => park.coreVerdict === 'met',
  accepted: (park) => park.stage === 'accepted',
};

export function countByRegion(pins: readonly ParkItem[], by: Measure): Map<string, number> {
  const counts = new Map<string, number>();
  for (const park of pins.filter(counted[by])) {
    const region = mapRegion(park.province.adcode);
    if (region) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  return counts;
}

/** Tooltips are HTML; a park's name is not. */
const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
