import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isLive } from './is-live';

describe('A server', () => {
  let asked: string[] = [];
  let status = 200;
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '');
    answer.writeHead(status).end();
  });
  const port = () => (server.address() as AddressInfo).port;
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked = [];
  });

  it('lives while it answers', async () => {
    status = 200;
    expect(await isLive(port())).toBe(true);
    expect(asked).toEqual(['/health/live']);
  });

  it('does not live when it fails or is not there', async () => {
    status = 503;
    expect(await isLive(port())).toBe(false);
    const gone = createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    const { port: nobody } = gone.address() as AddressInfo;
    gone.close();
    await once(gone, 'close');
    expect(await isLive(nobody)).toBe(false);
  });
});
