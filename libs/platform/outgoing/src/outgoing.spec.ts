import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askOverHttp, Outgoing } from './index';

const LIMITS = { bytes: 1000, timeoutMs: 2_000 };

describe('an outgoing connection', () => {
  const to = (addresses: readonly string[], innerNetworks?: readonly string[]) =>
    new Outgoing({ innerNetworks, resolve: () => Promise.resolve(addresses) });

  it.each(['8.8.8.8', '164.100.1.1', '172.32.0.1', '2606:4700::1111', '2405:8a00::1'])(
    'goes where a name of the internet leads: %s',
    async (address) => {
      expect(await to([address]).addressesOf('tsa.example.in')).toEqual([address]);
    },
  );

  it.each([
    '127.0.0.1',
    '127.1.2.3',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.8',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:10.1.2.3',
    '64:ff9b::7f00:1',
    'fd00::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'no address',
  ])('goes nowhere if the name leads inside: %s', async (address) => {
    const wrong = { name: 'NotAllowedOutside' };
    await expect(to([address]).addressesOf('tsa.example.in')).rejects.toMatchObject(wrong);
    await expect(to(['8.8.8.8', address]).addressesOf('tsa.example.in')).rejects.toMatchObject(wrong);
  });

  it('goes inside where a setting names the network, or the address itself, or a name that only an inner network gives out', async () => {
    expect(await to(['10.1.2.3', '8.8.8.8'], ['10.1.0.0/16']).addressesOf('mail.example.in')).toHaveLength(2);
    expect(await to(['fd00::9'], ['fd00::/8']).addressesOf('mail.example.in')).toEqual(['fd00::9']);
    await expect(to(['10.2.2.3'], ['10.1.0.0/16']).addressesOf('mail.example.in')).rejects.toThrow(
      'mail.example.in is not asked: 10.2.2.3 lies in an inner network, which PATRAVALI_INNER_NETWORKS does not name',
    );
    for (const name of ['localhost', 'mailhost', 'mail.local', 'MAIL.Internal', 'mail.office.lan.'])
      expect(await to(['127.0.0.1']).addressesOf(name)).toEqual(['127.0.0.1']);
    expect(await to([]).addressesOf('127.0.0.1')).toEqual(['127.0.0.1']);
    expect(await to([]).addressesOf('[::1]')).toEqual(['::1']);
    await expect(to([]).addressesOf('nowhere.example.in')).rejects.toThrow('it has no address');
  });

  describe('over HTTP', () => {
    let server: Server;
    let port: number;
    let answering: RequestListener;
    const asked: (string | undefined)[] = [];
    beforeAll(async () => {
      server = createServer((request, response) => {
        asked.push(request.headers.host);
        answering(request, response);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      ({ port } = server.address() as AddressInfo);
    });
    beforeEach(() => {
      asked.length = 0;
      answering = (_, response) => response.end('here');
    });
    afterAll(() => {
      server.closeAllConnections();
      server.close();
    });
    const url = (host = 'tsa.example.in') => `http://${host}:${port}/`;

    it('is made to the address that was judged, and the name is looked up once', async () => {
      const resolve = jest.fn().mockResolvedValueOnce(['127.0.0.1']).mockResolvedValue(['10.9.9.9']);
      const outgoing = new Outgoing({ innerNetworks: ['127.0.0.1'], resolve });
      expect((await askOverHttp(outgoing, { url: url() }, LIMITS)).toString()).toBe('here');
      expect([resolve.mock.calls, asked]).toEqual([[['tsa.example.in']], [`tsa.example.in:${port}`]]);
    });

    it('is not made at all where the name leads inside', async () => {
      await expect(askOverHttp(to(['127.0.0.1']), { url: url() }, LIMITS)).rejects.toThrow('is not asked');
      await expect(askOverHttp(to(['8.8.8.8', '127.0.0.1']), { url: url() }, LIMITS)).rejects.toThrow('is not asked');
      await expect(askOverHttp(new Outgoing(), { url: 'file:///etc/passwd' }, LIMITS)).rejects.toThrow('over HTTP');
      expect(asked).toEqual([]);
    });

    it.each<[string, RequestListener]>([
      ['leads elsewhere', (_, response) => response.writeHead(302, { location: '/' }).end()],
      ['is out of order', (_, response) => response.writeHead(500).end()],
      ['says too much', (_, response) => response.end('x'.repeat(1001))],
      ['says it too late', (_, response) => void response.write('x')],
      ['hangs up', (request) => void request.socket.destroy()],
    ])('has no answer from who %s', async (_, listener) => {
      answering = listener;
      const limits = { ...LIMITS, timeoutMs: 300 };
      await expect(askOverHttp(new Outgoing(), { url: url('127.0.0.1') }, limits)).rejects.toThrow();
      expect(asked).toHaveLength(1);
    });

    it('brings what is asked', async () => {
      answering = (request, response) => request.pipe(response.writeHead(200, { 'x-type': request.headers['x-type'] }));
      const question = { url: url('127.0.0.1'), body: Buffer.from('question'), headers: { 'x-type': 'a' } };
      expect((await askOverHttp(new Outgoing(), question, LIMITS)).toString()).toBe('question');
    });
  });
});
