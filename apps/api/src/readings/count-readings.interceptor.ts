import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { OperationId } from '@patravali/contract';
import { countReading } from '@patravali/ledger';
import { mergeMap, type Observable } from 'rxjs';
import { EntityManager } from 'typeorm';
import { OPERATION_ID } from '../requests/operation';
import type { SignedInRequest } from '../requests/signed-in-request';
import { COUNTED } from './counted-operations';

/**
 * Notes that somebody takes something away, when he has been found to be allowed to and before the first byte leaves. Also of
 * what his browser has already, and of each stretch that it asks for: within ten minutes these are one reading.
 */
@Injectable()
export class CountReadings implements NestInterceptor {
  constructor(private readonly database: EntityManager) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const id = Reflect.getMetadata(OPERATION_ID, context.getHandler()) as OperationId | undefined;
    const counted = id && COUNTED[id];
    const { actor, params, query } = context.switchToHttp().getRequest<SignedInRequest>();
    if (!counted || !actor) return next.handle();
    const asked = {
      organisationId: actor.organisationId,
      params: params as Record<string, string>,
      query: query as Record<string, unknown>,
    };
    return next.handle().pipe(
      mergeMap(async (answer) => {
        try {
          await countReading(this.database, actor, counted(asked));
        } catch (error) {
          if (answer instanceof StreamableFile) answer.getStream().destroy();
          throw error;
        }
        return answer;
      }),
    );
  }
}
