/** The six chapters of the application outline (附件2), in its order. */
export const chapters = ['basis', 'feasibility', 'goals', 'tasks', 'economics', 'safeguards'] as const;
export type Chapter = (typeof chapters)[number];

export const isChapter = (text: string): text is Chapter => (chapters as readonly string[]).includes(text);
