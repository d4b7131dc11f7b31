import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type OperationEntry, OPERATIONS, type PostPlace, postPlaces, Posts, postsIn } from '@patravali/contract';
import { namesOfPosts } from '@patravali/organisation';
import { mergeMap, type Observable } from 'rxjs';
import { EntityManager } from 'typeorm';
import { z } from 'zod';
import { OPERATION } from '../requests/operation';
import type { SignedInRequest } from '../requests/signed-in-request';

/** Where the answers name posts that say in `posts` what those are called. */
const PLACES = new Map<unknown, PostPlace[]>(
  Object.values<OperationEntry>(OPERATIONS).flatMap((entry) =>
    entry.answer instanceof z.ZodObject && entry.answer.shape.posts === Posts
      ? [[entry, postPlaces(entry.answer)]]
      : [],
  ),
);

/** Says in an answer what the posts are called that it names: one statement for all of them. */
@Injectable()
export class NamePosts implements NestInterceptor {
  constructor(private readonly database: EntityManager) {}

  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    const places = PLACES.get(Reflect.getMetadata(OPERATION, context.getHandler()));
    const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
    if (!places || !signedIn) return next.handle();
    return next.handle().pipe(
      mergeMap(async (answer) => ({
        ...answer,
        posts: places.length > 0 ? await namesOfPosts(this.database, signedIn.person, postsIn(answer, places)) : {},
      })),
    );
  }
}
