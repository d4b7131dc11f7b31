const STEP_MS = 100;

let steps = 0;
let waiting = 0;
let stepping: NodeJS.Timeout | undefined;

/**
 * Calls `then` after so much time of which this process could have made use. A step counts once its event loop has turned: however long
 * the machine left the process without a processor, or the process was busy with something else, that is no fault of what it waits for.
 * It keeps no process alive.
 * @returns what calls it off.
 */
export function afterLoopTime(ms: number, then: () => void): () => void {
  const since = steps;
  let timer: NodeJS.Timeout | undefined;
  let reading: NodeJS.Immediate | undefined;
  const waitFor = (left: number): void => {
    timer = setTimeout(look, left).unref();
  };
  const look = (): void => {
    const left = ms - (steps - since) * STEP_MS;
    if (left > STEP_MS) {
      waitFor(left);
      return;
    }
    // What has come meanwhile is read before.
    reading = setImmediate(() => {
      over();
      then();
    });
  };
  let isOver = false;
  const over = (): void => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    clearImmediate(reading);
    stopStepping();
  };
  step();
  waitFor(ms);
  return over;
}

/** Only while somebody waits. */
function step(): void {
  waiting++;
  stepping ??= setInterval(() => steps++, STEP_MS).unref();
}

function stopStepping(): void {
  if (--waiting > 0) return;
  clearInterval(stepping);
  stepping = undefined;
}
