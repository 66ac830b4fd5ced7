/** Industry groups as the list of parks records them, and the key of their name in the resources. */
const keys: Record<string, string> = {
  '冶金/战略材料型': 'metal', '化工/石化型': 'chemical', '新能源装备与材料型': 'energy', '生物医药/轻工型': 'bio',
  '算力/数据中心型': 'compute', '综合/其他型': 'other', '高新/先进制造型': 'hightech',
};

export const industryGroups = Object.keys(keys);

/** i18n key, or undefined for a group the register has and we have no words for: then it is shown as recorded. */
export const industryKey = (group: string) => (keys[group] ? `industry.${keys[group]}` : undefined);
