import type { Language } from '../i18n';

/** Public pages carry their language in the address: Chinese at `/…`, English at `/en/…`. */
export const languageOf = (path: string): Language => (/^\/en(\/|$)/.test(path) ? 'en' : 'zh-CN');

export const basename = (language: Language) => (language === 'en' ? '/en' : '/');

/** The same page in the other language; the place (filter, anchor) is kept. */
export function inLanguage(language: Language, path: string): string {
  const bare = path.replace(/^\/en(?=\/|$|\?|#)/, '');
  const rest = bare.startsWith('/') ? bare : `/${bare}`;
  return language === 'en' ? `/en${rest}` : rest;
}
