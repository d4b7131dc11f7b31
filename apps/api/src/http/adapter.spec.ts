import type { Config } from '@patravali/config';
import { type AddressInfo, connect } from 'node:net';
import { httpAdapter } from './adapter';

/** The address that the API takes a caller to have, who came from `peer` and says `forwarded` of himself. */
async function addressOf(trustedProxies: string[], peer: string, forwarded?: string): Promise<string> {
  const fastify = httpAdapter({ trustedProxies } as unknown as Config).getInstance();
  fastify.get('/address', (request) => ({ ip: request.ip }));
  const answer = await fastify.inject({
    url: '/address',
    remoteAddress: peer,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  });
  await fastify.close();
  return answer.json<{ ip: string }>().ip;
}

/** The statuses that the server answers to bytes that no client of ours would send. */
async function answersTo(bytes: string): Promise<string[]> {
  const fastify = httpAdapter({ trustedProxies: [] } as unknown as Config).getInstance();
  fastify.all('/*', () => ({}));
  await fastify.listen({ port: 0, host: '127.0.0.1' });
  const socket = connect((fastify.server.address() as AddressInfo).port, '127.0.0.1').end(bytes);
  let text = '';
  for await (const piece of socket.setEncoding('latin1') as AsyncIterable<string>) text += piece;
  await fastify.close();
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status = '']) => status);
}

describe('a request of which two servers could think differently', () => {
  const smuggled = 'GET /api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n';
  const post = (headers: string, body: string) => `POST /x HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`;

  it.each([
    ['two lengths', post('Content-Length: 0\r\nContent-Length: 5', smuggled)],
    ['a length and pieces', post('Content-Length: 5\r\nTransfer-Encoding: chunked', `0\r\n\r\n${smuggled}`)],
    ['pieces of an unknown coding', post('Transfer-Encoding: chunked, x', `0\r\n\r\n${smuggled}`)],
    ['a header with a blank before its colon', post('Content-Length : 5', smuggled)],
    ['a header that goes on in the next line', post('X: a\r\n b\r\nContent-Length: 0', smuggled)],
    ['a piece whose length is no number', post('Transfer-Encoding: chunked', `0x0\r\n\r\n${smuggled}`)],
    ['a bare line feed at the end of a line', `POST /x HTTP/1.1\nHost: x\n\n${smuggled}`],
  ])('is refused, and nothing behind it is read: %s', async (_, bytes) => {
    const statuses = await answersTo(bytes);
    expect([statuses.at(-1), statuses.includes('200')]).toEqual(['400', false]);
  });
});

describe('the address of a caller', () => {
  const DOCKER = ['172.30.57.1'];

  it('is what a trusted proxy says: behind it each person has an address of his own', async () => {
    expect(await addressOf(DOCKER, '172.30.57.1', '203.0.113.7')).toBe('203.0.113.7');
    expect(await addressOf(DOCKER, '172.30.57.1', '203.0.113.8')).toBe('203.0.113.8');
    expect(await addressOf(['10.0.0.0/8', '::1'], '10.9.9.9', '203.0.113.7, 10.1.1.1')).toBe('203.0.113.7');
  });

  it('is where he came from when nobody trusted says otherwise', async () => {
    expect(await addressOf(DOCKER, '172.30.57.9', '203.0.113.7')).toBe('172.30.57.9');
    expect(await addressOf(DOCKER, '127.0.0.1', '203.0.113.7')).toBe('127.0.0.1');
    expect(await addressOf(DOCKER, '172.30.57.1')).toBe('172.30.57.1');
  });

  it('is not what he made up before the proxy added its own word', async () => {
    expect(await addressOf(DOCKER, '172.30.57.1', '198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
  });
});
