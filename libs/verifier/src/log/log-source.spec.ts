import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { write } from '../../test/a-log';
import { Wrong } from '../primitives/wrong';
import { addressSource, folderSource, readUpTo } from './log-source';

const waits: number[] = [];
jest.mock('node:timers/promises', () => ({
  setTimeout: (milliseconds: number) => {
    waits.push(milliseconds);
    return Promise.resolve();
  },
}));

const text = (bytes: Uint8Array | undefined) => (bytes ? Buffer.from(bytes).toString() : undefined);

describe('a folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'source-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is read up to so many bytes, and one more that says that there are more', async () => {
    write(folder, 'a/b', '0123456789');
    const source = folderSource(folder);
    expect(text(await source.read('a/b', 100))).toBe('0123456789');
    expect(text(await source.read('a/b', 10))).toBe('0123456789');
    expect(text(await source.read('a/b', 9))).toBe('0123456789');
    expect(text(await source.read('a/b', 8))).toBe('012345678');
    expect(text(await source.read('a/b', 0))).toBe('0');
    write(folder, 'empty', '');
    expect(text(await source.read('empty', 10))).toBe('');
  });

  it('answers nothing for what is no file', async () => {
    write(folder, 'a/b', 'x');
    for (const path of ['a', 'a/c', 'a/b/c']) expect(await readUpTo(join(folder, path), 10)).toBeUndefined();
  });
});

describe('an address', () => {
  let server: Server;
  let address: string;
  let answer: RequestListener;
  const asked: string[] = [];
  beforeEach(async () => {
    asked.length = waits.length = 0;
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      answer(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
  });
  afterEach(() => {
    jest.restoreAllMocks();
    server.closeAllConnections();
    server.close();
  });
  const read = (most = 100) => addressSource(address).read('tile/0/000', most);
  const unreadable = async () => {
    const wrong: unknown = await read().catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(Wrong);
    expect(wrong).toMatchObject({ code: 'target-unreadable', particulars: { path: `${address}/tile/0/000` } });
  };

  it('is asked for what lies under it, and given half a minute', async () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout');
    answer = (_, response) => response.end('0123456789');
    expect(text(await read())).toBe('0123456789');
    expect(asked).toEqual(['/log/tile/0/000']);
    expect(timeout.mock.calls).toEqual([[30_000]]);
    answer = (_, response) => response.end();
    expect(text(await read())).toBe('');
  });

  it('may have no such file, or be no office at all', async () => {
    answer = (_, response) => response.writeHead(404).end('x');
    expect(await read()).toBeUndefined();
    for (const status of [400, 403, 500, 503]) {
      answer = (_, response) => response.writeHead(status).end('x');
      await unreadable();
    }
    answer = (request, response) => {
      if (request.url === '/there') response.end('x');
      else response.writeHead(302, { location: '/there' }).end();
    };
    await unreadable();
    answer = (request) => request.socket.destroy();
    await unreadable();
    expect(asked).not.toContain('/there');
  });

  it('never tells more than was asked for, however long it goes on', async () => {
    answer = (_, response) => {
      response.write('0'.repeat(50));
      const more = setInterval(() => response.write('0'.repeat(50)), 5);
      response.on('close', () => clearInterval(more));
    };
    expect(await read(100)).toHaveLength(101);
    expect(await read(10)).toHaveLength(11);
    answer = (_, response) => {
      response.write('0'.repeat(100));
      // So that the last byte comes by itself.
      setTimeout(() => response.end('1'), 50);
    };
    expect(await read(100)).toHaveLength(101);
    expect(await read(101)).toHaveLength(101);
  });

  it('is asked again when it says so, after as long as it says, and not for ever', async () => {
    const says = ['0', '7', '60', '61', '3600', undefined, 'soon'];
    const left = [...says];
    answer = (_, response) => {
      if (left.length === 0) return response.end('x');
      const wished = left.shift();
      return response.writeHead(429, wished === undefined ? {} : { 'retry-after': wished }).end('later');
    };
    expect(text(await read())).toBe('x');
    expect(waits).toEqual([0, 7_000, 60_000, 60_000, 60_000, 10_000, 10_000]);
    asked.length = waits.length = 0;
    answer = (_, response) => response.writeHead(429).end();
    await unreadable();
    expect([asked.length, waits.length]).toEqual([11, 10]);
  });
});
