import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { REPORTS, STANDS, STANDS_AFTER_MS, TURNED } from './loop-reports';
import { LoopMeter } from './loop-meter';

const LOOKED_AT_EVERY_MS = 1000;

const turns = workerData as Int32Array;
const meter = new LoopMeter(() => Atomics.load(turns, 0));

function report(word: string): void {
  try {
    writeSync(REPORTS, word);
  } catch {
    // The launcher has ended, and the child ends with it.
  }
}

setInterval(() => {
  const usedMs = meter.processorMsSinceTurn();
  if (usedMs === 0) report(TURNED);
  else if (usedMs > STANDS_AFTER_MS) report(STANDS);
}, LOOKED_AT_EVERY_MS);
