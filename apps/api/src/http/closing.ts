import { Refusal } from '@patravali/errors';
import type { FastifyInstance } from 'fastify';

const RETRY_AFTER_SECONDS = 2;

/** What was begun is brought to its end while the server shuts down; whoever comes then is asked to come again soon. */
export function refuseWhileClosing(fastify: FastifyInstance): void {
  let closing = false;
  fastify.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  fastify.addHook('onRequest', (_request, _reply, done) => {
    done(closing ? new Refusal('office-closing', {}, { retryAfter: RETRY_AFTER_SECONDS }) : undefined);
  });
}
