/** One run of the tests keeps everything it makes in one folder, and leaves nothing behind. */
const {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statfsSync,
  symlinkSync,
} = require('node:fs');
const { freemem, tmpdir } = require('node:os');
const { join } = require('node:path');

const STOP_WITHIN_MS = 10_000;
/** Linux's folder in memory. */
const MEMORY = '/dev/shm';
/** More than the databases of a run ever take together. */
const ROOM_BYTES = 4 * 2 ** 30;

/**
 * Its `databases` lie in memory where the system has room: each suite gets a database of more than a thousand files, and there that takes a
 * twentieth of the processor's time.
 */
exports.makeRunFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-test-'));
  if (hasRoomInMemory()) symlinkSync(mkdtempSync(join(MEMORY, 'patravali-test-')), databasesOf(folder));
  return folder;
};

/** Ends whatever was started for the run and still runs, and removes the folder. */
exports.clearRunFolder = async (folder) => {
  const databases = existsSync(databasesOf(folder)) ? realpathSync(databasesOf(folder)) : folder;
  await Promise.all([
    ...processesOf(folder).map((id) => end(id, 'SIGKILL')),
    // PostgreSQL's immediate shutdown: nothing in it is needed again.
    ...[...new Set([folder, databases])].flatMap(postmasters).map((id) => end(id, 'SIGQUIT')),
  ]);
  for (const each of [databases, folder]) rmSync(each, { recursive: true, force: true, maxRetries: 5 });
};

const databasesOf = (folder) => join(folder, 'databases');

function hasRoomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return process.platform === 'linux' && Math.min(bavail * bsize, freemem()) > ROOM_BYTES;
  } catch {
    return false;
  }
}

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

async function end(processId, name) {
  if (!signal(processId, name)) return;
  for (const start = Date.now(); Date.now() - start < STOP_WITHIN_MS;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (!lives(processId)) return;
  }
  signal(processId, 'SIGKILL');
}

/** One that has ended stays listed until whoever started it has taken note. */
function lives(processId) {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${processId}/stat`, 'utf8'));
  } catch {
    return !existsSync('/proc/self') && signal(processId, 0);
  }
}

function signal(processId, name) {
  try {
    return process.kill(processId, name);
  } catch {
    return false;
  }
}
