import type { Language } from '../i18n';

const words = {
  'zh-CN': () => Promise.all([import('../i18n/zh/common.json'), import('../i18n/zh/desk.json')]),
  en: () => Promise.all([import('../i18n/en/common.json'), import('../i18n/en/desk.json')]),
};

/** The words of the desk in one language. */
export const wordsOf = async (language: Language): Promise<object[]> => (await words[language]()).map((file) => file.default);
