import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { refuseAbsent } from '@patravali/authorization';
import { CONFIG, type Config } from '@patravali/config';
import type { OperationEntry } from '@patravali/contract';
import { Refusal } from '@patravali/errors';
import { rulesFor } from '@patravali/foundation';
import { createActor, FindSession, RecentUse, refuseUnconfirmed, type SignedIn } from '@patravali/identity';
import { FROM_ELSEWHERE, PUBLIC, WITHOUT_POST } from '../requests/access.decorators';
import { OPERATION, OPERATION_ID } from '../requests/operation';
import { refuseCrossSite } from './cross-site';
import { idempotencyOf } from './idempotency';
import { RequestPace } from './request-pace';
import { type CookieRules, cookieRulesOf, sessionTokens } from './session-cookie';
import type { SignedInRequest } from '../requests/signed-in-request';

/** Keeps every route closed unless it is marked `@Public`, and says who acts from which post. */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly cookie: CookieRules;
  private readonly pace: RequestPace;

  constructor(
    private readonly reflector: Reflector,
    private readonly findSession: FindSession,
    private readonly recentUse: RecentUse,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = cookieRulesOf(config);
    this.pace = new RequestPace(config.requestsPerSecond);
  }

  /** @throws Refusal `cross-site-request`, `not-signed-in`, `acting-post-needed`, `not-your-post`, `on-leave`, `confirm-needed`, `too-many-requests`. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const isPublic = this.isMarked(PUBLIC, context);
    if (!isPublic || !this.isMarked(FROM_ELSEWHERE, context)) refuseCrossSite(request);
    if (isPublic) {
      await this.countStranger(request, context);
      return true;
    }
    const { token, signedIn } = await this.sessionOf(request, this.isUnattended(request, context));
    await this.pace.turn(signedIn.person.userId);
    if (this.entryOf(context)?.confirmed) refuseUnconfirmed(signedIn);
    if (this.isMarked(WITHOUT_POST, context)) {
      const idempotency = idempotencyOf(request, null, token);
      request.signedIn = idempotency ? { ...signedIn, person: { ...signedIn.person, idempotency } } : signedIn;
      return true;
    }
    request.signedIn = signedIn;
    const actor = createActor(signedIn, actingPostOf(request), rulesFor);
    if (this.isActing(request, context)) refuseAbsent(actor);
    await this.countUse(signedIn, context);
    // What asks for a confirmation may bring a passphrase.
    const idempotency = idempotencyOf(request, actor.postId, this.entryOf(context)?.confirmed ? token : '');
    request.actor = idempotency ? { ...actor, idempotency } : actor;
    return true;
  }

  /** Of several tokens the first that stands for a session. */
  private async sessionOf(request: SignedInRequest, unattended: boolean) {
    let refusal: unknown = new Refusal('not-signed-in');
    for (const token of sessionTokens(request, this.cookie)) {
      try {
        return { token, signedIn: await this.findSession.execute(token, { unattended }) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refusal = error;
      }
    }
    throw refusal;
  }

  private async countUse({ person }: SignedIn, context: ExecutionContext): Promise<void> {
    const limit = this.limitOf(context);
    if (limit) await this.recentUse.count(person, limit.id, limit.perMinute);
  }

  private async countStranger({ ip }: SignedInRequest, context: ExecutionContext): Promise<void> {
    const limit = this.limitOf(context);
    if (limit) await this.recentUse.countStranger(ip, limit.id, limit.perMinute);
  }

  private limitOf(context: ExecutionContext): { readonly id: string; readonly perMinute: number } | undefined {
    const { perMinute } = this.entryOf(context) ?? {};
    const id = this.reflector.get<string>(OPERATION_ID, context.getHandler());
    return perMinute === undefined ? undefined : { id, perMinute };
  }

  /**
   * Whether the page asks by itself. It says so of every request while nobody has touched it for a minute: only the page
   * knows that, whatever it asks for and why. What it never asks for otherwise is marked. A program that says nothing is at work.
   */
  private isUnattended({ headers }: SignedInRequest, context: ExecutionContext): boolean {
    const { unattended } = this.entryOf(context) ?? {};
    return unattended === true || headers['x-unattended'] !== undefined;
  }

  /** What an officer on leave does not do from his post: all but looking, and what is meant for him. */
  private isActing({ method }: SignedInRequest, context: ExecutionContext): boolean {
    return method !== 'GET' && method !== 'HEAD' && this.entryOf(context)?.onLeave !== true;
  }

  private entryOf(context: ExecutionContext): OperationEntry | undefined {
    return this.reflector.get<OperationEntry | undefined>(OPERATION, context.getHandler());
  }

  private isMarked(mark: string, context: ExecutionContext): boolean {
    return (
      this.reflector.getAllAndOverride<boolean | undefined>(mark, [context.getHandler(), context.getClass()]) === true
    );
  }
}

/** The acting post travels with each request: two tabs of one session must never act from each other's post. */
export function actingPostOf({ headers }: SignedInRequest): string | undefined {
  const header = headers['x-acting-post'];
  return typeof header === 'string' && header !== '' ? header : undefined;
}
