// Runs a program to its end. Somebody who interrupts us ends it too, unless it is one that must run `always`.
import { spawn } from 'node:child_process';
import { interruption } from './interruption.mjs';
import { Problem } from './say.mjs';

/** Shows the program's output as it comes; fails when the program does. */
export async function run(command, args, options = {}) {
  const code = await exitCode(command, args, { stdio: ['ignore', 2, 2], ...options });
  if (code !== 0) throw new Problem(`${command} ${args.join(' ')} ended with ${code}.`);
}

export function exitCode(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...interruptible(options) });
    child.on('error', error => reject(failure(command, error)));
    child.on('close', code => resolve(code ?? 1));
  });
}

/** The program's output as text (stdout and stderr together) and its exit code. */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...interruptible(options) });
    let text = '';
    child.stdout.on('data', data => { text += data; });
    child.stderr.on('data', data => { text += data; });
    child.on('error', error => reject(failure(command, error)));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, text }));
  });
}

const interruptible = ({ always, ...options }) => always ? options : { signal: interruption.signal, ...options };

const failure = (command, error) => new Problem(error.name === 'AbortError' ? `${command} was interrupted.` : `${command} cannot be started: ${error.message}`);
