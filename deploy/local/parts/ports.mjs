// Which ports are free, and who holds the others.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';

export function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A free port p such that p + each of the offsets is free too. */
export async function freePort(offsets = [0]) {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = 20000 + Math.floor(Math.random() * 12000);
    const free = await Promise.all(offsets.map(offset => isFree(port + offset)));
    if (free.every(Boolean)) return port;
  }
  throw new Error('No free port was found.');
}

/** "nginx (pid 812)" when the operating system tells, otherwise null. */
export function holderOf(port) {
  for (const [command, args, pattern] of [
    ['ss', ['-Hltnp', `sport = :${port}`], /\("([^"]+)",pid=(\d+)/],
    ['lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fcp'], /p(\d+)\s+c(.+)/]
  ]) {
    try {
      const text = execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
      const seen = pattern.exec(text);
      if (seen) return command === 'ss' ? `${seen[1]} (pid ${seen[2]})` : `${seen[2]} (pid ${seen[1]})`;
    } catch {
      // The program is not installed or may not see the process.
    }
  }
  return null;
}
