import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { onBehalfOf } from '@patravali/child-process';
import type { FastifyReply } from 'fastify';
import { Observable } from 'rxjs';
import { OPERATION_ID } from '../requests/operation';
import type { SignedInRequest } from './signed-in-request';

/** What a request has made or checked takes its turn with the work of others, and leaves its line when its sender goes. */
@Injectable()
export class OnBehalfOfPerson implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const { signedIn } = http.getRequest<SignedInRequest>();
    if (!signedIn) return next.handle();
    const operation = (Reflect.getMetadata(OPERATION_ID, context.getHandler()) as string | undefined) ?? '';
    const asker = { person: signedIn.person.userId, operation, signal: leaving(http.getResponse<FastifyReply>()) };
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
