import type { Visitor } from '@patravali/identity';
import type { FastifyRequest } from 'fastify';

/** Where a request comes from: its address, as trusted proxies say it, and the browser or program. */
export function visitorOf({ ip, headers }: Pick<FastifyRequest, 'ip' | 'headers'>): Visitor {
  return { address: ip, device: headers['user-agent'] };
}
