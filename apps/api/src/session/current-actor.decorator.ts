import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { SignedInRequest } from '../requests/signed-in-request';

/** Who acts, from which post; the session guard has made sure of both. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!actor) throw new Error('A route without a post asks for its actor');
  return actor;
});
