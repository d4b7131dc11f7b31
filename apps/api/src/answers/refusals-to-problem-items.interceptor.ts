import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { type Language, type OperationEntry, OPERATIONS, Problem } from '@patravali/contract';
import type { Refused } from '@patravali/operations';
import type { FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { languageOf } from '../requests/language';
import { OPERATION } from '../requests/operation';
import { problemOf } from '../problem/problem-of';

interface Item {
  readonly refusal: Refused | null;
}

/** What answers of several files, receipts, letters or lines, and of each why it could not be touched. */
const OF_SEVERAL = new Set<unknown>(
  Object.values<OperationEntry>(OPERATIONS).filter(({ answer }) => hasProblems(answer)),
);

/** Tells each refusal within such an answer in the language of the reader. */
@Injectable()
export class RefusalsToProblemItems implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<object>): Observable<object> {
    if (!OF_SEVERAL.has(Reflect.getMetadata(OPERATION, context.getHandler()))) return next.handle();
    const language = languageOf(context.switchToHttp().getRequest<FastifyRequest>());
    const answers = next.handle() as Observable<{ readonly items: readonly Item[] }>;
    return answers.pipe(map((answer) => ({ ...answer, items: answer.items.map(toProblemItem(language)) })));
  }
}

const toProblemItem = (language: Language) => (item: Item) => ({
  ...item,
  refusal: item.refusal && problemOf(item.refusal, language),
});

function hasProblems(answer: z.ZodType | undefined): boolean {
  if (!(answer instanceof z.ZodObject) || !(answer.shape.items instanceof z.ZodArray)) return false;
  const { element } = answer.shape.items;
  if (!(element instanceof z.ZodObject) || !(element.shape.refusal instanceof z.ZodNullable)) return false;
  return element.shape.refusal.unwrap() === Problem;
}
