/** What was slow since the last time it was asked, in milliseconds. */
export interface Watched {
  readonly interaction: number;
  readonly task: number;
  /** Of each key that was pressed, until the page showed what it did; a browser tells of 16 ms and more. */
  readonly keys: readonly number[];
}

/** Put into a page, `window.watched()` answers what was slow. */
export const WATCH_INTERACTIONS = `(() => {
  let interaction = 0;
  let task = 0;
  let keys = [];
  new PerformanceObserver((list) => {
    for (const { duration, name } of list.getEntries()) {
      interaction = Math.max(interaction, duration);
      if (name === 'keydown') keys.push(duration);
    }
  }).observe({ type: 'event', durationThreshold: 16 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) task = Math.max(task, duration);
  }).observe({ type: 'longtask' });
  window.watched = () => {
    const found = { interaction, task, keys };
    interaction = task = 0;
    keys = [];
    return found;
  };
})()`;
