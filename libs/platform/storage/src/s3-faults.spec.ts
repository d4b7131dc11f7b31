import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Config } from '@patravali/config';
import type { ObjectStore, StoredObject } from './objects/object-store';
import { S3ObjectStore } from './stores/s3-object-store';
import { digestOf } from './objects/sha256';
import { ObjectDamaged, StorageFull, StoreUnavailable } from './objects/storage-errors';
import { VerifiedReader } from './verified-reader';

const QUICK = { idle: 400, call: 800 };

const letter = Buffer.alloc(300_000, 'पत्र');
const digest = digestOf(letter);

const firstOf = async (objects: AsyncIterable<StoredObject>): Promise<unknown> =>
  await objects[Symbol.asyncIterator]().next();

describe('an S3 store in trouble', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });

  async function storeThat(answers: (method: string, url: string, response: ServerResponse) => void) {
    const server = createServer((incoming, response) => {
      incoming.resume();
      incoming.on('error', () => undefined);
      answers(incoming.method ?? '', incoming.url ?? '', response);
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const config: S3Config = {
      endpoint: '127.0.0.1',
      port,
      useSSL: false,
      accessKey: 'a',
      secretKey: 'secret-key',
      bucket: 'documents',
      region: 'us-east-1',
    };
    return new S3ObjectStore(config, QUICK);
  }

  const CALLS: Readonly<Record<string, (store: ObjectStore) => Promise<unknown>>> = {
    put: (store) => store.put({ bytes: letter }),
    get: (store) => store.get(digest.sha256),
    'get of a range': (store) => store.get(digest.sha256, { start: 0, end: 9 }),
    size: (store) => store.size(digest.sha256),
    setAside: (store) => store.setAside(digest.sha256),
    hasSetAside: (store) => store.hasSetAside(digest.sha256),
    bringBack: (store) => store.bringBack(digest),
    discard: (store) => store.discard(digest.sha256, new Date()),
    readMarker: (store) => store.readMarker(),
    writeMarker: (store) => store.writeMarker('marker'),
    readNamed: (store) => store.readNamed('log/checkpoint'),
    writeNamed: (store) => store.writeNamed('log/checkpoint', letter),
    removeNamed: (store) => store.removeNamed('log/tile/0/000.p'),
    check: (store) => store.check(),
    list: (store) => firstOf(store.list()),
    listSetAside: (store) => firstOf(store.listSetAside()),
  };

  it('that says nothing makes nobody wait: every call ends at its limit, however many wait at once', async () => {
    const store = await storeThat(() => undefined);
    const calls = Object.values(CALLS).map((call) => call(store));
    for (let more = 0; more < 12; more++) calls.push(store.put({ bytes: letter }));
    const ended = await Promise.allSettled(calls);
    for (const end of ended) expect(end).toMatchObject({ reason: { code: 'store-unavailable' } });
    expect(Object.keys(CALLS).length).toBe(16);
  });

  it('that falls silent in the middle of a download ends it', async () => {
    const store = await storeThat((_, __, response) => {
      response.writeHead(200, { 'content-length': letter.length });
      response.write(letter.subarray(0, 1000));
    });
    await expect(store.get(digest.sha256).then(buffer)).rejects.toThrow();
    await expect(new VerifiedReader(store).whole(digest)).rejects.toThrow(StoreUnavailable);
  });

  it('that gives other bytes is found out', async () => {
    const other = Buffer.from(letter).fill(1, letter.length - 1);
    const store = await storeThat((method, _, response) => {
      const headers = { 'content-length': letter.length, 'last-modified': new Date().toUTCString(), etag: '"x"' };
      response.writeHead(200, headers).end(method === 'HEAD' ? undefined : other);
    });
    await expect(new VerifiedReader(store).whole(digest)).rejects.toThrow(ObjectDamaged);
  });

  it.each([
    [403, 'QuotaExceeded'],
    [507, 'XMinioStorageFull'],
  ])('that is full says so: %i %s', async (status, code) => {
    const store = await storeThat((method, url, response) => {
      if (method === 'PUT') {
        const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>full</Message></Error>`;
        response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
      } else response.writeHead(url.includes('objects') ? 404 : 200).end();
    });
    await expect(store.put({ bytes: letter })).rejects.toThrow(StorageFull);
    await expect(store.put({ bytes: letter })).rejects.toMatchObject({ code: 'storage-full' });
  });
});
