import { Outgoing } from '@patravali/outgoing';
import { type StandIn, standIn } from '../../test/http-stand-in';
import { askAuthority } from '../authorities/ask-authority';
import { httpRevocationSource } from './http-revocation-source';

describe('asking an authority', () => {
  let server: StandIn;
  const paths: string[] = [];
  beforeAll(async () => {
    server = await standIn(({ path, body }) => {
      paths.push(path);
      if (path === '/never') return null;
      if (path === '/elsewhere-first') return 302;
      return path === '/much' ? new Uint8Array(1000) : Buffer.concat([Buffer.from('said: '), body]);
    });
  });
  beforeEach(() => void paths.splice(0));
  afterAll(() => server.close());

  const question = (path: string, body: Uint8Array | null = null) => ({
    url: server.url + path,
    body,
    contentType: 'application/ocsp-request',
    accept: 'application/ocsp-response',
  });
  const limits = { bytes: 100, timeoutMs: 5000 };
  const outgoing = new Outgoing();

  it('gives its bytes', async () => {
    expect(textOf(await askAuthority(outgoing, question('/'), limits))).toBe('said: ');
    expect(textOf(await askAuthority(outgoing, question('/', Buffer.from('x')), limits))).toBe('said: x');
  });

  it.each([
    ['takes too long', '/never', /timeout/],
    ['says too much', '/much', /more than 100 bytes/],
    ['sends us elsewhere', '/elsewhere-first', /redirect/],
  ])('gives up when it %s', async (_, path, why) => {
    const asking = askAuthority(outgoing, question(path), { ...limits, timeoutMs: path === '/never' ? 200 : 5000 });
    await expect(asking).rejects.toThrow(why);
    expect(paths).toEqual([path]);
  });

  const list = (url: string) => ({ kind: 'list', url, body: null }) as const;

  it('that a certificate names, it asks those that the office allows', async () => {
    const source = httpRevocationSource({ outgoing, hosts: [server.host] });
    expect(textOf(await source.ask(list(server.url)))).toBe('said: ');
    expect(await httpRevocationSource({ outgoing, hosts: ['nic.in'] }).ask(list(server.url))).toBeNull();
  });

  it('that a certificate names, it asks once in a while, and again what came to nothing', async () => {
    const source = httpRevocationSource({ outgoing, hosts: [server.host] });
    await source.ask(list(server.url));
    await source.ask(list(server.url));
    expect(paths).toEqual(['/']);
    await source.ask(list(`${server.url}/elsewhere-first`));
    await source.ask(list(`${server.url}/elsewhere-first`));
    expect(paths).toHaveLength(3);
  });

  it('that a certificate names below a host that the office allows, it asks where that lies on the internet, and nowhere else', async () => {
    const failures: unknown[] = [];
    const onNoAnswer = (error: unknown) => failures.push(String(error));
    const port = server.host.split(':')[1] ?? '';
    const hosts = [`example.in:${port}`];
    const inside = new Outgoing({ resolve: () => Promise.resolve(['127.0.0.1']) });
    const url = `http://crl.example.in:${port}/`;
    expect(await httpRevocationSource({ outgoing: inside, hosts, onNoAnswer }).ask(list(url))).toBeNull();
    expect([failures, paths]).toEqual([[expect.stringContaining('127.0.0.1 lies in an inner network')], []]);
  });

  it.each([
    ['this machine', () => server.url],
    ['this machine by name', () => server.url.replace('127.0.0.1', 'localhost')],
    ['a number', () => 'http://169.254.169.254/latest'],
    ['a number of six', () => 'http://[::1]/'],
    ['a name of this network alone', () => 'http://database/'],
    ['an unusual port', () => 'http://crl.example.in:5432/'],
    ['a file', () => 'file:///etc/passwd'],
    ['somebody with a password', () => 'http://a:b@crl.example.in/'],
    ['a host that no setting names', () => 'http://crl.elsewhere.example/'],
    ['a name that only ends alike', () => 'http://crl.notexample.in/'],
    ['a number that ends alike', () => 'http://10.1.2.3/'],
    ['nothing at all', () => ''],
  ])('never asks %s because a certificate says so', async (_, url) => {
    const failures: unknown[] = [];
    const hosts = ['example.in', '2.3'];
    const source = httpRevocationSource({ outgoing, hosts, onNoAnswer: (error) => failures.push(error) });
    expect(await source.ask(list(url()))).toBeNull();
    expect(failures).toEqual([]);
    expect(paths).toEqual([]);
  });
});

const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString();
