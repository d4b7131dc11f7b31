import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SignedIn } from '@patravali/identity';
import type { SignedInRequest } from '../requests/signed-in-request';

/** Who is signed in; the session guard has made sure of it. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!signedIn) throw new Error('A public route asks for its session');
  return signedIn;
});
