import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Language, Problem } from '@patravali/contract';
import type { Refusal } from '@patravali/errors';
import { translateRefusal } from '@patravali/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../http/language';
import { refusalOf } from './refusal-of';
import { STATUS_OF } from './status-of';

/** Answers every failure as RFC 9457 problem+json in the reader's language. No stack, SQL or path leaves the server. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error);
    const problem = refusal ? refused(refusal, languageOf(request)) : failed(languageOf(request), request.id);
    if (!refusal) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : error);
    else if (problem.status >= 500) this.logger.warn(`${refusal.code}: ${causeOf(refusal)}`);
    if (reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    if (refusal?.retryAfter !== undefined) void reply.header('retry-after', String(refusal.retryAfter));
    void reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('application/problem+json')
      .send({ ...problem, requestId: request.id });
  }
}

function refused(refusal: Refusal, language: Language): Problem {
  const { code, params, errors } = refusal;
  return {
    type: `/problems/${code}`,
    code,
    title: code,
    status: STATUS_OF[refusal.kind],
    detail: translateRefusal(language, code, params),
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors.length > 0 ? { errors: [...errors] } : {}),
  };
}

function failed(language: Language, requestId: string): Problem {
  return {
    type: '/problems/internal',
    code: 'internal',
    title: 'internal',
    status: 500,
    detail: translateRefusal(language, 'internal', { requestId }),
  };
}

function causeOf(refusal: Refusal): string {
  return refusal.cause instanceof Error ? refusal.cause.message : '';
}
