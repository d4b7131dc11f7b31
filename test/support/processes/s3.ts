import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface TestS3 {
  /** A URL: scheme, host and port. */
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly bucket: string;
  readonly region: string;
  stop(): Promise<void>;
}

const ACCESS_KEY = 'patravali-test';
const SECRET_KEY = 'patravali-test-secret';
const START_LIMIT_MS = 30_000;
/** `radosgw-admin` takes a second; now and then it stands still for good. */
const ADMIN_LIMIT_MS = 30_000;
const ADMIN_TRIES = 3;
const run = promisify(execFile);

/** Starts a real S3 server of its own (Ceph's radosgw on a local database), or returns null where none is installed. */
export async function startS3(): Promise<TestS3 | null> {
  if (!isS3Installed()) return null;
  const port = await freePort();
  const { folder, common } = await prepared(port);
  const server = spawn('radosgw', [...common, '-f'], { stdio: 'ignore' });
  const ended = once(server, 'exit');
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  const endpoint = `http://127.0.0.1:${port}`;
  try {
    await answering(endpoint, () => server.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, accessKey: ACCESS_KEY, secretKey: SECRET_KEY, bucket: 'documents', region: 'us-east-1', stop };
}

/** A folder with a store and its user. Begun anew where it came to nothing, as what stood still may have written a part. */
async function prepared(port: number, triesLeft = ADMIN_TRIES): Promise<{ folder: string; common: string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'patravali-s3-'));
  const configuration = join(folder, 'ceph.conf');
  await writeFile(configuration, configurationOf(folder, port));
  const common = ['-c', configuration, '-n', 'client.rgw', '--no-mon-config'];
  const keys = [`--access-key=${ACCESS_KEY}`, `--secret-key=${SECRET_KEY}`];
  try {
    await run('radosgw-admin', [...common, 'user', 'create', '--uid=office', '--display-name=Office', ...keys], {
      timeout: ADMIN_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    if (triesLeft <= 1) throw error;
    return prepared(port, triesLeft - 1);
  }
  return { folder, common };
}

/** Asked while tests are being declared, so that what cannot run shows as skipped. */
export function isS3Installed(): boolean {
  return isInstalled('radosgw') && isInstalled('radosgw-admin');
}

function isInstalled(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function configurationOf(folder: string, port: number): string {
  return `[global]
auth cluster required = none
auth service required = none
auth client required = none
log file = ${folder}/radosgw.log
admin socket =
run dir = ${folder}
[client.rgw]
rgw backend store = dbstore
rgw config store = dbstore
dbstore db dir = ${folder}
dbstore config uri = file:${folder}/config.db
rgw data = ${folder}
rgw frontends = beast endpoint=127.0.0.1:${port}
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port given');
  return address.port;
}

async function answering(endpoint: string, hasEnded: () => boolean): Promise<void> {
  const start = Date.now();
  while (Date.now() - start < START_LIMIT_MS && !hasEnded()) {
    const answered = await fetch(endpoint, { signal: AbortSignal.timeout(2000) }).catch(() => null);
    await answered?.body?.cancel();
    if (answered) return;
    await sleep(100);
  }
  throw new Error('radosgw does not answer');
}
