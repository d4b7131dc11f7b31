import type { FastifyInstance } from 'fastify';

/** What a browser must forget when somebody signs out: everything that it has kept of this office. */
export const FORGET_ALL = { 'clear-site-data': '"cache"' };

/** What says nothing of caching is for this person at this moment, and nobody keeps it. */
export function keepOutOfCaches(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done();
  });
}
