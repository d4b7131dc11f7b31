import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { onBehalfOf } from '@patravali/child-process';
import { networkOf } from '@patravali/identity';
import type { FastifyReply } from 'fastify';
import { Observable } from 'rxjs';
import { OPERATION_ID } from '../requests/operation';
import type { SignedInRequest } from '../requests/signed-in-request';

/**
 * What a request has made or checked takes its turn with the work of others, and leaves its line when its sender goes. All who
 * come from one network without a session are one who waits.
 */
@Injectable()
export class OnBehalfOfPerson implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { signedIn, ip } = http.getRequest<SignedInRequest>();
    const operation = (Reflect.getMetadata(OPERATION_ID, context.getHandler()) as string | undefined) ?? '';
    const signal = leaving(http.getResponse<FastifyReply>());
    const asker = signedIn
      ? { person: signedIn.person.userId, operation, signal }
      : { person: networkOf(ip), isStranger: true, operation, signal };
    return new Observable((answer) => onBehalfOf(asker, () => next.handle().subscribe(answer)));
  }
}

/** Aborted when the connection ends before the answer has been sent. */
function leaving({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) left.abort(new Error('the sender went away'));
  });
  return left.signal;
}
