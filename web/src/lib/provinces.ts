/**
 * Provinces by administrative code (GB/T 2260; 660000 is the registry's own key for the Corps, which has none).
 * `map` is the region's name in the map file; the Corps lies inside Xinjiang's shape.
 */
export type Province = { adcode: string; zh: string; en: string; map: string };

const rows: [adcode: string, zh: string, en: string, map: string][] = [
  ['110000', '北京市', 'Beijing', '北京'],
  ['120000', '天津市', 'Tianjin', '天津'],
  ['130000', '河北省', 'Hebei', '河北'],
  ['140000', '山西省', 'Shanxi', '山西'],
  ['150000', '内蒙古自治区', 'Inner Mongolia', '内蒙古'],
  ['210000', '辽宁省', 'Liaoning', '辽宁'],
  ['220000', '吉林省', 'Jilin', '吉林'],
  ['230000', '黑龙江省', 'Heilongjiang', '黑龙江'],
  ['310000', '上海市', 'Shanghai', '上海'],
  ['320000', '江苏省', 'Jiangsu', '江苏'],
  ['330000', '浙江省', 'Zhejiang', '浙江'],
  ['340000', '安徽省', 'Anhui', '安徽'],
  ['350000', '福建省', 'Fujian', '福建'],
  ['360000', '江西省', 'Jiangxi', '江西'],
  ['370000', '山东省', 'Shandong', '山东'],
  ['410000', '河南省', 'Henan', '河南'],
  ['420000', '湖北省', 'Hubei', '湖北'],
  ['430000', '湖南省', 'Hunan', '湖南'],
  ['440000', '广东省', 'Guangdong', '广东'],
  ['450000', '广西壮族自治区', 'Guangxi', '广西'],
  ['460000', '海南省', 'Hainan', '海南'],
  ['500000', '重庆市', 'Chongqing', '重庆'],
  ['510000', '四川省', 'Sichuan', '四川'],
  ['520000', '贵州省', 'Guizhou', '贵州'],
  ['530000', '云南省', 'Yunnan', '云南'],
  ['540000', '西藏自治区', 'Xizang (Tibet)', '西藏'],
  ['610000', '陕西省', 'Shaanxi', '陕西'],
  ['620000', '甘肃省', 'Gansu', '甘肃'],
  ['630000', '青海省', 'Qinghai', '青海'],
  ['640000', '宁夏回族自治区', 'Ningxia', '宁夏'],
  ['650000', '新疆维吾尔自治区', 'Xinjiang', '新疆'],
  ['660000', '新疆生产建设兵团', 'Xinjiang Production and Construction Corps', '新疆'],
];

export const provinces: Province[] = rows.map(([adcode, zh, en, map]) => ({ adcode, zh, en, map }));

const byCode = new Map(provinces.map((province) => [province.adcode, province]));

/** The province's name in the reader's language; an unknown code stays readable as the record gives it. */
export function provinceName(adcode: string, language: string, recorded = adcode): string {
  const province = byCode.get(adcode);
  if (!province) return recorded;
  return language.startsWith('zh') ? province.zh : province.en;
}

export const mapRegion = (adcode: string) => byCode.get(adcode)?.map;

/** The province to filter by when a region of the map is chosen (Xinjiang for its shape, not the Corps). */
export const provinceOfRegion = (region: string) => provinces.find((province) => province.map === region)?.adcode;
