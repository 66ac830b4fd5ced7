// Asks the operating system about processes. A killed process whose parent does not collect it stays
// a zombie: it still answers kill(pid, 0) but is as good as gone.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

export const wait = ms => new Promise(resolve => setTimeout(resolve, ms));

function ps(pid, field) {
  try {
    return execFileSync('ps', ['-o', `${field}=`, '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, LC_ALL: 'C' } })
      .toString().trim();
  } catch {
    return '';
  }
}

/** State letter and start time; null when there is no such process. */
export function look(pid) {
  if (process.platform !== 'linux') {
    const stat = ps(pid, 'stat');
    return stat ? { state: stat[0], started: ps(pid, 'lstart') } : null;
  }
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch {
    return null;
  }
}

export function alive(pid) {
  const seen = look(pid);
  return seen !== null && seen.state !== 'Z' && seen.state !== 'X';
}

/** The same process that was started then, not a newcomer that was given its number. */
export const stillThere = ({ pid, started }) => alive(pid) && look(pid)?.started === started;

export function nameOf(pid) {
  try {
    return process.platform === 'linux' ? readFileSync(`/proc/${pid}/comm`, 'utf8').trim() : ps(pid, 'comm');
  } catch {
    return '';
  }
}

/** Live processes that work in this directory (Linux only; elsewhere nobody is found). */
export function workingIn(directory) {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter(name => /^\d+$/.test(name)).map(Number).filter(pid => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === directory && alive(pid);
    } catch {
      return false;
    }
  });
}
