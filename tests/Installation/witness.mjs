// Stands between a client and the registry and writes down which commands were acknowledged.
import { createServer, request } from 'node:http';
import { address } from './installation.mjs';

const unsafe = new Set(['POST', 'PUT', 'DELETE']);

/** onCommand(path) is told of each command after it was sent on, before its answer. */
export async function witness(onCommand) {
  const acknowledged = [];
  const pending = new Map();
  const server = createServer((incoming, outgoing) => {
    const parts = [];
    incoming.on('data', part => parts.push(part));
    incoming.on('end', () => {
      const command = unsafe.has(incoming.method) && incoming.url.startsWith('/api/')
        ? { method: incoming.method, path: incoming.url, body: Buffer.concat(parts), version: incoming.headers['if-match'] } : null;
      const onward = request(`${address}${incoming.url}`, { method: incoming.method, headers: { ...incoming.headers, host: new URL(address).host } }, answer => {
        const answered = [];
        answer.on('data', part => answered.push(part));
        answer.on('error', () => outgoing.destroy());
        answer.on('end', () => {
          pending.delete(command);
          if (command && answer.statusCode < 300) acknowledged.push({ ...command, answer: JSON.parse(Buffer.concat(answered)) });
          outgoing.writeHead(answer.statusCode, answer.headers).end(Buffer.concat(answered));
        });
      });
      onward.on('error', () => outgoing.destroy());
      onward.end(Buffer.concat(parts), () => {
        if (!command) return;
        pending.set(command, true);
        onCommand(command.path);
      });
    });
  });
  await new Promise(resolve => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    acknowledged,
    /** Sent on and never answered. */
    unanswered: () => [...pending.keys()],
    close: () => server.close()
  };
}
