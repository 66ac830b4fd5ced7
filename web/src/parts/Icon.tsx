/** The few signs of the register; always beside a word, so they are hidden from screen readers. */
export const iconPaths = {
  met: 'M3 8.5 6.5 12 13 4.5',
  'not-met': 'M4 4l8 8M12 4l-8 8',
  unknown: 'M3.5 8h9',
  attention: 'M8 3v6M8 12v1.2',
  active: 'M8 8h.01',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.5 10.5 14 14',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
} as const;

export type IconName = keyof typeof iconPaths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth={name === 'active' ? 8 : 2} strokeLinecap="round" strokeLinejoin="round">
      <path d={iconPaths[name]} />
    </svg>
  );
}
