import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh-CN' | 'en';

/** Starts the words of a page: those of its language alone, since another language is another load of the page. */
export async function startWords(language: Language, words: readonly object[]) {
  await i18next.use(initReactI18next).init({
    resources: { [language]: { translation: Object.assign({}, ...words) as Record<string, string> } },
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}
