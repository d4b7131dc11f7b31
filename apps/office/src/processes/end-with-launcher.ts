/**
 * Loaded into a child before anything else. When the launcher ends, even by `kill -9`, the channel to it closes, and
 * the child stops as on SIGTERM.
 */
const KILL_AFTER_MS = 15_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), KILL_AFTER_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
