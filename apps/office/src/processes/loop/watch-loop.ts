import { join } from 'node:path';
import { isMainThread, Worker } from 'node:worker_threads';

const TURNS_EVERY_MS = 1000;

/**
 * Loaded by a launcher into a child before its program. A thread of its own reports how the event loop of the child gets on, which the
 * loop itself could not do while it stands.
 */
if (isMainThread) {
  const turns = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  setInterval(() => Atomics.add(turns, 0, 1), TURNS_EVERY_MS).unref();
  new Worker(join(__dirname, 'report-on-loop.js'), {
    workerData: turns,
    // What is loaded into the child is not loaded into the thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 },
  }).unref();
}
