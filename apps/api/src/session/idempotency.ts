import { createHmac } from 'node:crypto';
import type { Idempotency } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { canonicalJson } from '@patravali/ledger';
import type { FastifyRequest } from 'fastify';

const KEY = /^[\x21-\x7e]{1,200}$/;
const SAFE = ['GET', 'HEAD', 'OPTIONS'];

export type RepeatableRequest = Pick<FastifyRequest, 'method' | 'url' | 'headers' | 'body'>;

/**
 * What makes a request safe to repeat; undefined for reads, for uploads (whose body is not here to be hashed), and
 * when the client sent no key.
 * @param secret keys the hash where the body may hold a password, which a bare hash would give away to its reader.
 * @throws Refusal `invalid-input` for a key that is not 1–200 visible ASCII characters.
 */
export function idempotencyOf(request: RepeatableRequest, postId: string | null, secret = ''): Idempotency | undefined {
  if (SAFE.includes(request.method) || isUpload(request)) return undefined;
  const key = idempotencyKeyOf(request);
  if (key === undefined) return undefined;
  const { method, url, body } = request;
  const what = [method, url, postId ?? '', canonicalJson(body ?? null)].join('\n');
  return { key, requestHash: createHmac('sha256', secret).update(what, 'utf8').digest('hex') };
}

/** The key alone, for an upload: its body is hashed on its way. @throws Refusal `invalid-input`, as above. */
export function idempotencyKeyOf({ headers }: Pick<RepeatableRequest, 'headers'>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/Idempotency-Key', detail: 'idempotency-key' }] });
}

function isUpload({ headers }: RepeatableRequest): boolean {
  const type = headers['content-type'];
  return type !== undefined && !/^application\/(json|[\w.+-]+\+json)/i.test(type);
}
