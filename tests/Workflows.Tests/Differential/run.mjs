// Runs models with the npm engine: reads [{ id, xml, variables, times }] and writes [{ id, trace }], as JSON.
import { Engine } from 'bpmn-engine';

const models = JSON.parse(await text(process.stdin));
let idle = () => {};
process.on('beforeExit', () => idle());
const outcomes = [];
for (const model of models) outcomes.push(await run(model));
process.stdout.write(JSON.stringify(outcomes));

async function run({ id, xml, variables, times }) {
  const trace = [];
  const counts = {};
  const engine = new Engine({ name: id, source: xml });
  const state = { ...variables };
  const services = {
    state,
    // Every task is this service: it leaves its name, and says whether its loop goes round once more.
    work(scope, done) {
      const task = scope.id ?? scope.content.id;
      trace.push(task);
      counts[task] = (counts[task] ?? 0) + 1;
      if (task in times) state[`more_${task}`] = counts[task] % times[task] !== 0;
      // A model that goes round for ever is left alone.
      if (trace.length < 300) setImmediate(done);
    }
  };
  try {
    const ended = engine.waitFor('end').then(() => true);
    await engine.execute({ services });
    return { id, trace, completed: await Promise.race([ended, stuck()]) };
  } catch (error) {
    return { id, trace, error: error.message };
  }
}

/** When nothing is left to do: bpmn-engine does not always say that a model ended, even when every task was done. */
function stuck() {
  return new Promise(resolve => { idle = resolve; });
}

async function text(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
