/**
 * Loaded into the server before anything else: when the launcher is gone, even by `kill -9`, the channel to it closes,
 * and the server ends as if it had been asked to.
 */
const UNWILLING_AFTER_MS = 15_000;

process.once('disconnect', () => {
  setTimeout(() => process.exit(1), UNWILLING_AFTER_MS).unref();
  process.kill(process.pid, 'SIGTERM');
});
process.channel?.unref();
