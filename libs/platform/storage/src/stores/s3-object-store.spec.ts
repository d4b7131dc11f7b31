import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Config } from '@patravali/config';
import { isS3Installed, startS3, type TestS3 } from '../../../../../test/support/processes/s3';
import { itKeepsObjects } from '../objects/object-store.contract';
import { digestOf } from '../objects/sha256';
import { StoreUnavailable } from '../objects/storage-errors';
import { S3ObjectStore } from './s3-object-store';

const servers: Server[] = [];

function configOf({ endpoint, ...rest }: Omit<TestS3, 'stop'>): S3Config {
  const { hostname, port } = new URL(endpoint);
  const { accessKey, secretKey, bucket, region } = rest;
  return { endpoint: hostname, port: Number(port), useSSL: false, accessKey, secretKey, bucket, region };
}

type Answer = (incoming: IncomingMessage, response: ServerResponse) => unknown;

/** A server in place of the store; returns how to reach it. */
async function aServer(answer: Answer): Promise<S3Config> {
  const server = createServer((incoming, response) => void answer(incoming, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return configOf({ endpoint, accessKey: 'a', secretKey: 'secret-key', bucket: 'documents', region: 'us-east-1' });
}

interface Tampering {
  readonly up?: (body: Buffer) => Buffer;
  readonly down?: (body: Buffer) => Buffer;
}

/** Passes a request on to `endpoint`, its body and the answer's body changed on the way. */
async function relay(endpoint: string, { up, down }: Tampering, incoming: IncomingMessage, response: ServerResponse) {
  const body = await buffer(incoming);
  const sent = up ? up(body) : body;
  const headers = { ...incoming.headers, 'content-length': String(sent.length) };
  const onward = request(new URL(incoming.url ?? '/', endpoint), { method: String(incoming.method), headers });
  onward.on('response', (answer) => {
    void buffer(answer).then((full) => {
      const given = down ? down(full) : full;
      const length = incoming.method === 'HEAD' ? answer.headers['content-length'] : String(given.length);
      response.writeHead(Number(answer.statusCode), { ...answer.headers, 'content-length': length });
      response.end(given);
    });
  });
  onward.end(sent);
}

const QUICK = { idle: 500, call: 1000 };

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

describe('an S3 store that fails', () => {
  const letter = randomBytes(5000);

  it('is unavailable when nobody listens', async () => {
    const config = await aServer(() => undefined);
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    const store = new S3ObjectStore(config, QUICK);
    await expect(store.put({ bytes: letter })).rejects.toThrow(StoreUnavailable);
    await expect(store.get(digestOf(letter).sha256)).rejects.toThrow(StoreUnavailable);
    await expect(store.size(digestOf(letter).sha256)).rejects.toThrow(StoreUnavailable);
    await expect(store.setAside(digestOf(letter).sha256)).rejects.toThrow(StoreUnavailable);
    await expect(store.check()).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.list()[Symbol.asyncIterator]().next()).rejects.toThrow(StoreUnavailable);
  });

  it('is unavailable when it does not answer in time', async () => {
    const store = new S3ObjectStore(await aServer(() => undefined), QUICK);
    await expect(store.check()).rejects.toThrow(StoreUnavailable);
    await expect(store.get(digestOf(letter).sha256)).rejects.toThrow(StoreUnavailable);
  });

  it('is unavailable when its answer trickles for ever', async () => {
    const config = await aServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/xml' });
      const trickle = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(trickle));
    });
    const store = new S3ObjectStore({ ...config, bucket: 'trickling' }, QUICK);
    await expect(store.put({ bytes: letter })).rejects.toThrow(StoreUnavailable);
  });

  it('is unavailable when it is busy', async () => {
    const store = new S3ObjectStore(await aServer((_, response) => response.writeHead(503).end()), QUICK);
    await expect(store.put({ bytes: letter })).rejects.toThrow(StoreUnavailable);
  });
});

const here = isS3Installed() ? describe : describe.skip;
if (!isS3Installed()) process.stdout.write('skipped: no S3 server on this machine (Debian package radosgw)\n');

here('objects in an S3 bucket', () => {
  let s3: TestS3;
  let store: S3ObjectStore;
  const letter = () => randomBytes(300_000);

  beforeAll(async () => {
    const started = await startS3();
    if (!started) throw new Error('no S3 server');
    s3 = started;
    store = new S3ObjectStore(configOf(s3));
  }, 240_000);
  afterAll(() => s3.stop());

  /** The store seen through something on the way that may change what passes. */
  const through = async (answer: Answer) => {
    const { endpoint, port } = await aServer(answer);
    return new S3ObjectStore({ ...configOf(s3), endpoint, ...(port === undefined ? {} : { port }) });
  };
  const pass = (tampering: Tampering, incoming: IncomingMessage, response: ServerResponse) =>
    relay(s3.endpoint, tampering, incoming, response);

  itKeepsObjects(() => store);

  it('creates the bucket when needed, and lists nothing before', async () => {
    const other = new S3ObjectStore({ ...configOf(s3), bucket: 'made-later' });
    for await (const { sha256 } of other.list()) throw new Error(sha256);
    const { sha256 } = await other.put({ bytes: letter() });
    expect(await other.size(sha256)).toBe(300_000);
  });

  it('works through something that changes nothing', async () => {
    const between = await through((incoming, response) => pass({}, incoming, response));
    const { sha256 } = await between.put({ bytes: letter() });
    expect(await store.size(sha256)).toBe(300_000);
  });

  it('does not count as stored what arrives cut short', async () => {
    const between = await through((incoming, response) =>
      pass({ up: (body) => (incoming.method === 'PUT' ? body.subarray(0, 1000) : body) }, incoming, response),
    );
    const bytes = letter();
    await expect(between.put({ bytes })).rejects.toThrow(StoreUnavailable);
    expect(await store.size(digestOf(bytes).sha256)).toBeNull();
  });

  it('does not count as stored what reads back cut short, and removes it', async () => {
    const between = await through((incoming, response) =>
      pass({ down: (body) => (body.length === 300_000 ? body.subarray(0, 1000) : body) }, incoming, response),
    );
    const bytes = letter();
    await expect(between.put({ bytes })).rejects.toThrow(StoreUnavailable);
    expect(await store.size(digestOf(bytes).sha256)).toBeNull();
  });

  it('keeps an object that was there before, whatever happens to the next upload of it', async () => {
    const bytes = letter();
    const { sha256 } = await store.put({ bytes });
    const between = await through((incoming, response) =>
      pass({ down: (body) => (body.length === 300_000 ? body.subarray(0, 1000) : body) }, incoming, response),
    );
    await expect(between.put({ bytes })).rejects.toThrow(StoreUnavailable);
    expect(await buffer(await store.get(sha256))).toEqual(bytes);
  });

  it('does not count as stored what a connection lost half-way', async () => {
    const between = await through((incoming, response) => {
      if (incoming.method === 'PUT') incoming.once('data', () => incoming.destroy());
      else void pass({}, incoming, response);
    });
    const bytes = letter();
    await expect(between.put({ bytes })).rejects.toThrow(StoreUnavailable);
    expect(await store.size(digestOf(bytes).sha256)).toBeNull();
  });

  it('fails the reader of a download that a connection lost half-way', async () => {
    const { sha256 } = await store.put({ bytes: letter() });
    const between = await through((_, response) => {
      response.writeHead(200, { 'content-length': 300_000 });
      response.write(Buffer.alloc(1000), () => response.destroy());
    });
    await expect(between.get(sha256).then(buffer)).rejects.toThrow();
  });

  it('is unavailable to someone with a wrong key', async () => {
    const stranger = new S3ObjectStore({ ...configOf(s3), secretKey: 'not-the-secret' });
    await expect(stranger.put({ bytes: letter() })).rejects.toThrow(StoreUnavailable);
  });
});
