/** A sentence that a record holds in both languages, in the reader's. */
export const say = (text: { zh: string; en: string }, language: string) => (language.startsWith('zh') ? text.zh : text.en);
