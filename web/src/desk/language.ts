import type { Language } from '../i18n';
import { stored } from '../lib/use-stored';

/** The desk's language is a stored choice; its addresses carry none, so that links between colleagues work for both. */
export const deskLanguage = (): Language => (stored<Language>('language', 'zh-CN') === 'en' ? 'en' : 'zh-CN');

export function chooseLanguage(language: Language) {
  localStorage.setItem('language', language);
  location.reload();
}
