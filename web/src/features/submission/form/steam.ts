import { exact } from '../../../lib/decimal';
import { plain } from './numbers';

/** Steam as its bill has it: t, MPa (what a gauge shows, or absolute), °C. */
export type Steam = { tonnes: string; pressure: string; gauge: boolean; temperature: string };

export const noSteam: Steam = { tonnes: '', pressure: '', gauge: true, temperature: '' };

const pattern = /^蒸汽 ([\d.]+) t(?:，(表压|绝压) ([\d.]+) MPa)?(?:，([\d.]+) ℃)?（比焓 [\d.,]+ − [\d.,]+ kJ\/kg，IAPWS-IF97）；? ?/;

/** What was entered, in the words of the line's note, so that whoever checks the heat sees where it comes from. */
export function noteOf(steam: Steam, enthalpy: string, feedWater: string, rest: string): string {
  const pressure = plain(steam.pressure) && `，${steam.gauge ? '表压' : '绝压'} ${plain(steam.pressure)} MPa`;
  const temperature = plain(steam.temperature) && `，${plain(steam.temperature)} ℃`;
  const said = `蒸汽 ${plain(steam.tonnes)} t${pressure}${temperature}（比焓 ${exact(enthalpy)} − ${exact(feedWater)} kJ/kg，IAPWS-IF97）`;
  return rest ? `${said}；${rest}` : said;
}

/** The steam in a note; undefined in a note about something else. */
export function steamIn(note: unknown): Steam | undefined {
  const found = typeof note === 'string' ? pattern.exec(note) : null;
  return found ? { tonnes: found[1] ?? '', gauge: found[2] !== '绝压', pressure: found[3] ?? '', temperature: found[4] ?? '' } : undefined;
}

/** The note without what was said about steam. */
export const noteWithout = (note: unknown): string => (typeof note === 'string' ? note.replace(pattern, '') : '');

/** What is asked of the service; undefined while it would only say what is missing. */
export function question(steam: Steam) {
  const [tonnes, pressure, temperature] = [plain(steam.tonnes), plain(steam.pressure), plain(steam.temperature)];
  return tonnes && (pressure || temperature) ? { tonnes, pressure: pressure || null, gauge: steam.gauge, temperature: temperature || null } : undefined;
}
