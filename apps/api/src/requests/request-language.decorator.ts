import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '@patravali/contract';
import type { FastifyRequest } from 'fastify';
import { languageOf } from './language';

/** The language that the reader asked for. */
export const RequestLanguage = createParamDecorator((_: unknown, context: ExecutionContext): Language =>
  languageOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
