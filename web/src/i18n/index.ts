import i18next, { type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

export type Language = 'zh-CN' | 'en';

/** Starts the words of a page; each entry brings only the resources that it shows. */
export async function startWords(language: Language, words: Record<Language, object[]>) {
  const resources: Resource = Object.fromEntries(
    Object.entries(words).map(([name, parts]) => [name, { translation: Object.assign({}, ...parts) as Resource[string][string] }]),
  );
  await i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  document.documentElement.lang = language;
}
