import type { Actor } from '@patravali/authorization';
import type { SignedIn } from '@patravali/identity';
import type { FastifyRequest } from 'fastify';

/** A request as the session guard leaves it. */
export interface SignedInRequest extends FastifyRequest {
  signedIn?: SignedIn;
  actor?: Actor;
}
