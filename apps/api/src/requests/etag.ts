import type { FastifyReply } from 'fastify';

/** Sends the row's version as its ETag, for the next `If-Match`. */
export function withETag<T extends { readonly version: number }>(reply: FastifyReply, answer: T): T {
  void reply.header('etag', `"${answer.version}"`);
  return answer;
}
