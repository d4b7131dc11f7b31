import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { spool } from './spool';
import { clearSpool } from './spool-folder';

const KIB = 1024;
let folder: string;

beforeEach(async () => (folder = join(await mkdtemp(join(tmpdir(), 'patravali-spool-')), 'spool')));
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

const left = () => readdir(folder).catch(() => []);

describe('an upload on its way', () => {
  it('waits in a private file, with its hash and length, until it is disposed of', async () => {
    const letter = randomBytes(300 * KIB);
    const spooled = await spool(Readable.from([letter.subarray(0, 7), letter.subarray(7)]), {
      limit: 300 * KIB,
      folder,
    });
    expect(spooled).toMatchObject({ size: 300 * KIB, sha256: createHash('sha256').update(letter).digest('hex') });
    expect(await readFile(spooled.path)).toEqual(letter);
    expect((await stat(spooled.path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    await spooled.dispose();
    await spooled.dispose();
    expect(await left()).toEqual([]);
  });

  it('is refused one byte beyond the limit, and leaves nothing', async () => {
    const spooling = spool(Readable.from([randomBytes(KIB), randomBytes(1)]), { limit: KIB, folder });
    await expect(spooling).rejects.toMatchObject({ code: 'too-large' });
    expect(await left()).toEqual([]);
  });

  it('names the limit in MiB', async () => {
    const spooling = spool(Readable.from([randomBytes(3 * KIB * KIB)]), { limit: 2 * KIB * KIB, folder });
    await expect(spooling).rejects.toMatchObject({ params: { limitMiB: 2 } });
  });

  it('is refused before a byte is read when it announces more than the limit', async () => {
    const spooling = spool(Readable.from([randomBytes(1)]), { limit: KIB, folder, announced: KIB + 1 });
    await expect(spooling).rejects.toMatchObject({ code: 'too-large' });
    expect(await left()).toEqual([]);
  });

  it.each([5, 11])('is refused when %i bytes come of ten announced', async (size) => {
    const spooling = spool(Readable.from([randomBytes(size)]), { limit: KIB, folder, announced: 10 });
    await expect(spooling).rejects.toMatchObject({ code: 'upload-truncated' });
    expect(await left()).toEqual([]);
  });

  it('is refused when its stream breaks', async () => {
    async function* breaking() {
      yield await Promise.resolve(randomBytes(KIB));
      throw new Error('the line broke');
    }
    await expect(spool(Readable.from(breaking()), { limit: 9 * KIB, folder })).rejects.toMatchObject({
      code: 'upload-truncated',
    });
    expect(await left()).toEqual([]);
  });

  it('is refused when its stream was already gone', async () => {
    const gone = Readable.from([randomBytes(KIB)]).destroy();
    await expect(spool(gone, { limit: KIB, folder })).rejects.toMatchObject({ code: 'upload-truncated' });
  });
});

describe('an upload over HTTP', () => {
  let server: Server;
  let outcome: Promise<unknown>;
  let url: string;

  beforeEach(async () => {
    let settle: (value: unknown) => void;
    outcome = new Promise((resolve) => (settle = resolve));
    server = createServer((incoming, response) => {
      const announced = incoming.headers['content-length'];
      const options = {
        limit: 100 * KIB,
        folder,
        ...(announced === undefined ? {} : { announced: Number(announced) }),
      };
      spool(incoming, options).then(
        ({ size }) => {
          settle(size);
          response.end(JSON.stringify({ size }));
        },
        (error: unknown) => {
          settle(error);
          response.writeHead(413, { connection: 'close' }).end(JSON.stringify(error));
        },
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  it('arrives in chunks without an announced length', async () => {
    const sending = request(url, { method: 'POST' });
    sending.write(randomBytes(KIB));
    sending.end(randomBytes(KIB));
    await once(sending, 'response');
    expect(await outcome).toBe(2 * KIB);
  });

  it('tells a sender who is still sending that it is too large', async () => {
    const sending = request(url, { method: 'POST' });
    const answered = once(sending, 'response');
    sending.end(randomBytes(180 * KIB));
    const [response] = (await answered) as [Readable & { statusCode: number }];
    expect(response.statusCode).toBe(413);
    expect(await json(response)).toMatchObject({ code: 'too-large' });
    expect(await left()).toEqual([]);
  });

  it('does not read on for ever from a sender who never stops', async () => {
    const sending = request(url, { method: 'POST' });
    sending.on('error', () => undefined);
    // Not `once` of node:events, which takes the reset of the line for a failure.
    const closed = new Promise((resolve) => sending.once('close', resolve));
    const more = setInterval(() => sending.write(randomBytes(64 * KIB)), 5);
    await closed;
    clearInterval(more);
    expect(await outcome).toMatchObject({ code: 'too-large' });
  });

  it('leaves nothing when the sender hangs up half-way', async () => {
    const sending = request(url, { method: 'POST', headers: { 'content-length': 50 * KIB } });
    sending.on('error', () => undefined);
    sending.write(randomBytes(10 * KIB));
    while ((await left()).length === 0) await sleep(5);
    sending.destroy();
    expect(await outcome).toMatchObject({ code: 'upload-truncated' });
    expect(await left()).toEqual([]);
  });
});

describe('what a crash leaves in the spool', () => {
  it('is removed at the next start, and nobody’s living upload with it', async () => {
    const spooled = await spool(Readable.from([randomBytes(9)]), { limit: KIB, folder });
    const ended = String(spawnSync(process.execPath, ['-e', '']).pid);
    const here = hostname().replaceAll(/[^\w-]/g, '_');
    const long = new Date(Date.now() - 2 * 3_600_000);
    await mkdir(folder, { recursive: true });
    const names = [`${here}.${ended}.a.upload`, `${here}.${String(process.pid)}.b.upload`, `${here}.1.c.upload`];
    const others = ['elsewhere.77.d.upload', 'elsewhere.77.e.upload', 'README'];
    for (const name of [...names, ...others]) await writeFile(join(folder, name), 'half');
    await utimes(join(folder, 'elsewhere.77.e.upload'), long, long);
    await clearSpool(folder);
    const mine = spooled.path.split('/').at(-1);
    expect((await left()).sort()).toEqual([`${here}.1.c.upload`, 'README', 'elsewhere.77.d.upload', mine].sort());
    await spooled.dispose();
  });

  it('is nothing where there is no spool yet', async () => {
    await clearSpool(folder);
    expect(await left()).toEqual([]);
  });
});
