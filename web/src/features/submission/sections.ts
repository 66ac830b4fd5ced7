/** The lists and objects of a year, in the order of the method; each is a section of the form. */
export const sections = ['fuels', 'conversions', 'electricity', 'thermalGeneration', 'heat', 'products', 'bunkers', 'indicators'] as const;
export type Section = (typeof sections)[number];

/** What surrounds the year: it changes no number and is asked for so that signals can compare. */
export const contextSections = ['stocks', 'meters', 'directLines', 'removals'] as const;
export type ContextSection = (typeof contextSections)[number];

/** What is kept beside the data and saved on its own. */
export const besideSections = ['certificates', 'hours', 'evidence'] as const;
export type BesideSection = (typeof besideSections)[number];

export type FormSection = Section | ContextSection | BesideSection | 'enterprises';

/** The form's sections as they are listed: what is counted, what is compared, what proves it. */
export const sectionGroups: { group: 'energy' | 'other' | 'compare' | 'proof'; members: FormSection[] }[] = [
  { group: 'energy', members: ['fuels', 'conversions', 'electricity', 'thermalGeneration', 'heat'] },
  { group: 'other', members: ['products', 'bunkers', 'indicators', 'enterprises'] },
  { group: 'compare', members: ['stocks', 'meters', 'directLines', 'removals'] },
  { group: 'proof', members: ['certificates', 'hours', 'evidence'] },
];

export const formSections: FormSection[] = sectionGroups.flatMap(({ members }) => members);

export const isBeside = (section: FormSection): section is BesideSection => (besideSections as readonly string[]).includes(section);
export const isSection = (text: string | null): text is FormSection => (formSections as readonly string[]).includes(text ?? '');

/** Where a section's values lie in the data; the first that fits, so that a part of the context comes before the rest of it. */
const places: [pointer: string, section: FormSection][] = [
  ['/context/enterprises', 'enterprises'], ['/context/stocks', 'stocks'], ['/context/directLines', 'directLines'], ['/context/removals', 'removals'], ['/context', 'meters'],
  ...formSections.map((section): [string, FormSection] => [`/${section}`, section]),
];

/** The section that a pointer of the service lies in. */
export const sectionOf = (pointer: string): FormSection | undefined => places.find(([place]) => pointer === place || pointer.startsWith(`${place}/`))?.[1];
