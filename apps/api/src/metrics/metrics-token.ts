import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether the request brings the token of whoever watches the office. Without such a token nobody does. */
export function bringsToken({ headers }: Pick<FastifyRequest, 'headers'>, token: string | undefined): boolean {
  const brought = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && brought !== undefined && timingSafeEqual(hashOf(brought), hashOf(token));
}
