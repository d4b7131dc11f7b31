import { AsyncLocalStorage } from 'node:async_hooks';
import { LineLogger, type LineOptions } from '@patravali/foundation';
import type { FastifyInstance } from 'fastify';

/** For correlation only: identity and transaction are always arguments. */
const currentRequest = new AsyncLocalStorage<{ readonly id: string }>();

/** Each line with the id of the request that it belongs to. */
export class JsonLogger extends LineLogger {
  protected override getJsonLogObject(message: unknown, options: LineOptions) {
    const line = super.getJsonLogObject(message, options);
    const request = currentRequest.getStore();
    return request ? { ...line, requestId: request.id } : line;
  }
}

/** Logs each request by its route, never by its URL: a search box may hold a name. */
export function logRequests(fastify: FastifyInstance, logger: JsonLogger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    currentRequest.run({ id: request.id }, done);
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    if (routeOptions.url?.startsWith('/api')) {
      logger.log(
        { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
        'http',
      );
    }
    done();
  });
}
