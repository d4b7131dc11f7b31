import { AsyncLocalStorage } from 'node:async_hooks';
import { countingTime, TimeSpent } from '@patravali/database';
import { LineLogger, type LineOptions } from '@patravali/foundation';
import type { FastifyInstance, FastifyRequest } from 'fastify';

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

const spentBy = new WeakMap<FastifyRequest, TimeSpent>();
const ON = ['database', 'store'] as const;

/** Is told of each request that was answered. */
export type RequestMeter = (answered: {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}) => void;

/**
 * Logs each request by its route, never by its URL: a search box may hold a name. Beside it how long it took, and how much of that it
 * waited for database and store.
 */
export function logRequests(fastify: FastifyInstance, logger: JsonLogger, meter: RequestMeter): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    const spent = new TimeSpent();
    spentBy.set(request, spent);
    currentRequest.run({ id: request.id }, () => countingTime(spent, done));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    const { url: route } = routeOptions;
    if (route?.startsWith('/api')) {
      const { statusCode: status, elapsedTime: ms } = reply;
      const [databaseMs, storeMs] = ON.map((on) => Math.round(spentBy.get(request)?.ms(on) ?? 0));
      logger.log({ method, route, status, ms: Math.round(ms), databaseMs, storeMs }, 'http');
      meter({ method, route, status, ms });
    }
    done();
  });
}
