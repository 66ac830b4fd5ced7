// Stops what `up` started, also after a crash.
import { alone, interrupt } from './parts/lock.mjs';
import { main, say } from './parts/say.mjs';
import { stopEverything } from './parts/stop.mjs';

await main(async () => {
  interrupt('up');
  const stopped = await alone('up', stopEverything);
  say(stopped.length > 0 ? `Stopped: ${stopped.join(', ')}.` : 'Nothing is running.');
});
