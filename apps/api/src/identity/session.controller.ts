import { Controller, Inject, Req, Res } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import {
  ChangePassword,
  ConfirmSession,
  EndOtherSessions,
  EndSession,
  ListSessions,
  type SignedIn,
  SignOut,
} from '@patravali/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FORGET_ALL } from '../http/caching';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { CurrentSession } from '../session/current-session.decorator';
import { clearSessionCookie, type CookieRules, cookieRulesOf } from '../session/session-cookie';

/** One's own sessions and password. */
@Controller()
export class SessionController {
  private readonly cookie: CookieRules;

  constructor(
    private readonly out: SignOut,
    private readonly password: ChangePassword,
    private readonly confirmSession: ConfirmSession,
    private readonly sessions: ListSessions,
    private readonly endOne: EndSession,
    private readonly endOthers: EndOtherSessions,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = cookieRulesOf(config);
  }

  @Operation('getSession')
  getSession(@CurrentSession() { session }: SignedIn) {
    return session;
  }

  @Operation('signOut')
  async signOut(@CurrentSession() signedIn: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.out.execute(signedIn);
    clearSessionCookie(reply, this.cookie);
    void reply.headers(FORGET_ALL);
  }

  @Operation('listSessions')
  listSessions(@CurrentSession() signedIn: SignedIn) {
    return this.sessions.execute(signedIn);
  }

  @Operation('endSession')
  endSession(@CurrentSession() signedIn: SignedIn, @Input() { params }: Input<'endSession'>): Promise<void> {
    return this.endOne.execute(signedIn, params.sessionId);
  }

  @Operation('endOtherSessions')
  endOtherSessions(@CurrentSession() signedIn: SignedIn): Promise<void> {
    return this.endOthers.execute(signedIn);
  }

  @Operation('confirmSession')
  confirm(
    @CurrentSession() signedIn: SignedIn,
    @Input() { body }: Input<'confirmSession'>,
    @Req() { ip }: FastifyRequest,
  ) {
    return this.confirmSession.execute(signedIn, body, ip);
  }

  @Operation('changePassword')
  changePassword(
    @CurrentSession() signedIn: SignedIn,
    @Input() { body }: Input<'changePassword'>,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.password.execute(signedIn, body, ip);
  }
}
