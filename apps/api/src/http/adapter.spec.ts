import type { Config } from '@patravali/config';
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
