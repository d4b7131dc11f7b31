/** One run of the tests keeps everything it makes in one folder, and leaves nothing behind. */
const { globSync, mkdtempSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const STOP_WITHIN_MS = 10_000;

exports.makeRunFolder = () => mkdtempSync(join(tmpdir(), 'patravali-test-'));

/** Stops the databases started in the folder and removes it. */
exports.clearRunFolder = async (folder) => {
  for (const file of globSync(join(folder, '**', 'postmaster.pid'))) {
    await end(Number(readFileSync(file, 'utf8').split('\n')[0]));
  }
  rmSync(folder, { recursive: true, force: true });
};

/** SIGQUIT is PostgreSQL's immediate shutdown: nothing in it is needed again. */
async function end(processId) {
  if (!signal(processId, 'SIGQUIT')) return;
  for (const start = Date.now(); Date.now() - start < STOP_WITHIN_MS;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (!signal(processId, 0)) return;
  }
  signal(processId, 'SIGKILL');
}

function signal(processId, name) {
  try {
    return process.kill(processId, name);
  } catch {
    return false;
  }
}
