import { Refusal } from '@patravali/errors';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../requests/language';
import { problemOf } from '../problem/problem-of';

/** An address that cannot be read names nothing. It is refused before any hook or filter has seen it, so that all is said here. */
export function refuseUnreadAddress(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(new Refusal('not-found'), languageOf(request));
  void reply
    .status(problem.status)
    .headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'x-request-id': request.id })
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, requestId: request.id }));
}
