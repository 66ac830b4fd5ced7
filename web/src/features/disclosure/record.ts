/** Where an event's receipt (.tlog-proof) is. */
export const receiptOf = (eventId: string) => `/proof/inclusion?event=${eventId}`;

/** The page that checks it, which needs nothing else of the register. */
export const checkPage = (eventId: string, language: string) => `/check.html?event=${eventId}&lang=${language.startsWith('zh') ? 'zh' : 'en'}`;

/** What page and log are compared by. */
export type Checkable = { eventId: string; at: string; type: string; title: { zh: string; en: string }; actor: string; facts: Record<string, string>; logIndex: number | null };
