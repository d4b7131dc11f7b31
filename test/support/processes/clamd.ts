import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface TestClamd {
  /** Its socket. */
  readonly path: string;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;
/** What Debian's package installs outside the path of a user. */
const FOLDERS = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
const program = FOLDERS.map((folder) => join(folder, 'clamd')).find((path) => existsSync(path));

/** Asked while tests are being declared, so that what cannot run shows as skipped. */
export const isClamdInstalled = (): boolean => program !== undefined;

/** Starts a real clamd that knows two viruses: files of these very bytes, and whatever holds this text. */
export async function startClamd(
  known: { file: Uint8Array; text: string },
  streamMaxLength = '10M',
): Promise<TestClamd> {
  const folder = await mkdtemp(join(tmpdir(), 'patravali-clamd-'));
  const signatures = join(folder, 'signatures');
  await mkdir(signatures);
  const sha256 = createHash('sha256').update(known.file).digest('hex');
  await writeFile(join(signatures, 'test.hsb'), `${sha256}:${known.file.length}:Patravali.Test.File:73\n`);
  await writeFile(join(signatures, 'test.ndb'), `Patravali.Test.Text:0:*:${Buffer.from(known.text).toString('hex')}\n`);
  const path = join(folder, 'clamd.ctl');
  const settings = {
    LocalSocket: path,
    DatabaseDirectory: signatures,
    Foreground: 'yes',
    User: 'root',
    LogFile: join(folder, 'log'),
    StreamMaxLength: streamMaxLength,
    ConcurrentDatabaseReload: 'no',
    PidFile: join(folder, 'pid'),
  };
  const configuration = join(folder, 'clamd.conf');
  const own = process.getuid?.() === 0 ? settings : { ...settings, User: undefined };
  const lines = Object.entries(own).flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value}\n`));
  await writeFile(configuration, lines.join(''));
  await chmod(folder, 0o755);
  const server = spawn(program ?? 'clamd', ['--config-file', configuration], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  for (let waited = 0; !(await isListening(path)); waited += 100) {
    if (server.exitCode !== null || waited > START_LIMIT_MS) {
      await stop();
      throw new Error('clamd does not start');
    }
    await sleep(100);
  }
  return { path, stop };
}

function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    socket.on('error', () => resolve(false));
    socket.on('connect', () => resolve(socket.destroy().destroyed));
  });
}
