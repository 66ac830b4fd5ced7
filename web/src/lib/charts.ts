import { LineChart, ScatterChart } from 'echarts/charts';
import { GeoComponent, GridComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

/** The parts of ECharts that the register draws with; imported lazily, never by a page's first load. */
echarts.use([GeoComponent, GridComponent, TooltipComponent, MarkLineComponent, ScatterChart, LineChart, SVGRenderer]);

export type Chart = echarts.EChartsType;

/** Registered as `china`: under this name ECharts adds the South China Sea inset and Diaoyu Dao. */
export const mapName = 'china';

export function registerMap(file: object) {
  echarts.registerMap(mapName, file as Parameters<typeof echarts.registerMap>[1]);
}

/** Starts a chart that follows the size of its place; the second value ends it. */
export function startChart(place: HTMLElement): [Chart, () => void] {
  const chart = echarts.init(place, undefined, { renderer: 'svg' });
  const watch = new ResizeObserver(() => { chart.resize(); });
  watch.observe(place);
  return [chart, () => { watch.disconnect(); chart.dispose(); }];
}

export { palette } from './palette';

export const family = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
