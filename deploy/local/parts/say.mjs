// Progress goes to stderr, so that stdout carries only what another program may want to read.
process.stderr.on('error', () => { /* nobody reads any more; the work goes on */ });

export const say = line => process.stderr.write(`${line}\n`);

/** The reader can do something about it: shown without a stack trace. */
export class Problem extends Error {}

export async function main(work) {
  try {
    process.exitCode = (await work()) ?? process.exitCode ?? 0;
  } catch (error) {
    say(error instanceof Problem ? `\n${error.message}` : `\n${error.stack}`);
    process.exitCode = 1;
  }
}
