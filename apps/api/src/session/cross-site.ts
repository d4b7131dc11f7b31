import { Refusal } from '@patravali/errors';
import type { FastifyRequest } from 'fastify';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuses a change that another site's page asks for. Browsers say where a request comes from; programs say nothing.
 * @throws Refusal `cross-site-request`.
 */
export function refuseCrossSite({ method, headers, host }: Pick<FastifyRequest, 'method' | 'headers' | 'host'>): void {
  if (SAFE.includes(method)) return;
  const site = headers['sec-fetch-site'];
  const ours = site === undefined ? isOwnOrigin(headers.origin, host) : site === 'same-origin' || site === 'none';
  if (!ours) throw new Refusal('cross-site-request');
}

/** For browsers that do not send Sec-Fetch-Site. */
function isOwnOrigin(origin: string | undefined, host: string): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host.toLowerCase());
}
