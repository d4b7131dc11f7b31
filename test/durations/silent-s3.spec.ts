import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3ObjectStore } from '../../libs/platform/storage/src/stores/s3-object-store';
import { growth } from './growth';

const LIMITS = { idle: 400, call: 800 };
const LETTER = Buffer.alloc(300_000, 'पत्र');

describe('an S3 store that says nothing', () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((incoming) => void incoming.resume().on('error', () => undefined));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  it('lets nobody wait for others: thirty calls at once end as soon as one', async () => {
    const { port } = server.address() as AddressInfo;
    const keys = { accessKey: 'a', secretKey: 'secret-key', bucket: 'documents', region: 'us-east-1' };
    const store = new S3ObjectStore({ endpoint: '127.0.0.1', port, useSSL: false, ...keys }, LIMITS);
    const calls = (count: number) => () =>
      Promise.allSettled(Array.from({ length: count }, () => store.put({ bytes: LETTER })));
    expect(await growth(calls(1), calls(30))).toBeLessThan(3);
  });
});
