/**
 * What the suites of a worker hand on to each other, whatever else each of them has for itself: a browser is too dear to be
 * started for each. `kept-by-worker.ts` is how they use it.
 */

/** By which jest-worker tells a worker to end. */
const END = 2;
const isWorker = /[/\\]jest-worker[/\\]build[/\\]/.test(require.main?.filename ?? '');

/** By name a promise of something that can be closed. */
const kept = new Map();

exports.keeping = (Environment) =>
  class extends Environment {
    constructor(...all) {
      super(...all);
      this.global.keptByWorker = kept;
      this.global.requiredByWorker = (name) => require(name);
    }
  };

/** Called where the suites ran: in a worker when it is told to end, else by `end-run.cjs`. */
async function closeKept() {
  const things = [...kept.values()];
  kept.clear();
  await Promise.allSettled(things.map(async (thing) => (await thing).close()));
}
exports.closeKept = closeKept;

/** Jest's own listener goes with that message; as long as this one stayed, the worker would not end. */
function whenTold(message) {
  if (!Array.isArray(message) || message[0] !== END) return;
  process.off('message', whenTold);
  void closeKept();
}
if (isWorker) process.on('message', whenTold);
