// Stops what `up` started, also after a crash.
import { alone } from './parts/lock.mjs';
import { main, say } from './parts/say.mjs';
import { stopEverything } from './parts/stop.mjs';

await main(() => alone('up', async () => {
  const stopped = await stopEverything();
  say(stopped.length > 0 ? `Stopped: ${stopped.join(', ')}.` : 'Nothing was running.');
}));
