import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { Language, Problem } from '@patravali/contract';
import type { Refusal } from '@patravali/errors';
import { SecurityLog } from '@patravali/identity';
import { translateRefusal } from '@patravali/messages';
import { kindOf } from '@patravali/operations';
import type { FastifyReply } from 'fastify';
import { languageOf } from '../requests/language';
import { actingPostOf } from '../session/session.guard';
import type { SignedInRequest } from '../requests/signed-in-request';
import { problemOf } from '../problem/problem-of';
import { refusalOf } from '../problem/refusal-of';

/** Answers every failure as RFC 9457 problem+json in the reader's language. No stack, SQL or path leaves the server. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  constructor(private readonly securityLog: SecurityLog) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<SignedInRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = refusalOf(error, request.routeOptions.url);
    const problem = refusal ? problemOf(refusal, languageOf(request)) : failed(languageOf(request), request.id);
    if (!refusal) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : error);
    else if (problem.status >= 500) this.logger.warn(`${refusal.code}: ${causeOf(refusal)}`);
    if (refusal && kindOf(refusal) === 'forbidden') this.noteRefusal(refusal, request);
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

  /** Who was refused what: after something has happened, this shows what somebody tried. */
  private noteRefusal({ code }: Refusal, request: SignedInRequest): void {
    const { signedIn, actor, ip, method, routeOptions } = request;
    const asked = code === 'not-your-post' ? { post: actingPostOf(request)?.slice(0, 100) } : {};
    this.securityLog.note({
      kind: code === 'not-your-post' ? 'acting_post_refused' : 'refused',
      organisationId: signedIn?.person.organisationId,
      userId: signedIn?.person.userId,
      address: ip,
      postId: actor?.postId,
      data: { code, method, route: routeOptions.url, ...asked },
    });
  }
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
