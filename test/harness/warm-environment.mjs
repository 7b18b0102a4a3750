import { TestEnvironment } from 'jest-environment-node';

const endings = [];

/** Lasts as long as its worker; Jest would make another one for every test file. */
class WorkerEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.global.whenWorkerEnds = work => endings.push(work);
  }

  /** Instead of an end: forgets the tests of the file and whoever listened to them. */
  async teardown() {
    for (const key of Object.getOwnPropertySymbols(this.global)) {
      if (/JEST_STATE_SYMBOL|EVENT_HANDLERS/.test(String(key))) delete this.global[key];
    }
    this._globalProxy.leftovers = [];
  }
}

let environment = null;

/** The one global scope of a worker, without which nothing could stay loaded from one file to the next. */
export default function warmEnvironment(config, context) {
  environment ??= new WorkerEnvironment(config, context);
  return environment;
}

/** Does what was left for the end of the worker. Jest calls it itself where it runs the tests in its own process. */
export async function endWorker() {
  for (const work of endings.splice(0)) await work();
}

// A worker is told to end by nobody listening to its messages any more. It does not wait for what libraries have
// left running: Slack's leaves a timer of half a minute behind each connection.
process.on('removeListener', async name => {
  if (name !== 'message') return;
  await endWorker();
  process.exit();
});
