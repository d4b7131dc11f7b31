/** One run of the tests keeps everything it makes in one folder, and leaves nothing behind. */
const { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const STOP_WITHIN_MS = 10_000;

exports.makeRunFolder = () => mkdtempSync(join(tmpdir(), 'patravali-test-'));

/** Ends whatever was started for the run and still runs, and removes the folder. */
exports.clearRunFolder = async (folder) => {
  for (const id of processesOf(folder)) signal(id, 'SIGKILL');
  await Promise.all(postmasters(folder).map(end));
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
};

/** Databases; their process is noted where their data lies, also where the system has no /proc. */
function postmasters(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('postmaster.pid'))
    .map((path) => Number(readFileSync(join(folder, path), 'utf8').split('\n')[0]));
}

/** Every process that was told of the folder or works in it, but for databases: a killed one leaves its memory behind. */
function processesOf(folder) {
  if (!existsSync('/proc/self/environ')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((id) => belongsTo(id, folder))
    .map(Number);
}

function belongsTo(id, folder) {
  try {
    if (readFileSync(`/proc/${id}/comm`, 'utf8').startsWith('postgres')) return false;
    const told = readFileSync(`/proc/${id}/environ`, 'utf8').split('\0').includes(`TEST_RUN_FOLDER=${folder}`);
    return told || readlinkSync(`/proc/${id}/cwd`).startsWith(folder);
  } catch {
    return false;
  }
}

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
