import { Controller, Inject, Req, Res } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import type { Session } from '@patravali/contract';
import { type NewSession, SetUpOffice, SignIn, SignInAsDemoPerson, SignInByLink } from '@patravali/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Input } from '../requests/input';
import { Operation } from '../requests/operation';
import { type CookieRules, cookieRulesOf, setSessionCookie } from '../session/session-cookie';
import { visitorOf } from '../session/visitor-of';

/** The ways to sign in: of the first person, by setting up the office. */
@Controller()
export class SignInController {
  private readonly cookie: CookieRules;

  constructor(
    private readonly byPassword: SignIn,
    private readonly byOneTimeLink: SignInByLink,
    private readonly bySetUp: SetUpOffice,
    private readonly asDemoPerson: SignInAsDemoPerson,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = cookieRulesOf(config);
  }

  @Operation('signIn')
  async signIn(
    @Input() { body }: Input<'signIn'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.start(reply, await this.byPassword.execute({ ...body, ...visitorOf(request) }));
  }

  @Operation('signInByLink')
  async signInByLink(
    @Input() { body }: Input<'signInByLink'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.start(reply, await this.byOneTimeLink.execute({ ...body, ...visitorOf(request) }));
  }

  @Operation('setUpOffice')
  async setUpOffice(
    @Input() { body }: Input<'setUpOffice'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.start(reply, await this.bySetUp.execute({ ...body, ...visitorOf(request) }));
  }

  @Operation('signInAsDemoPerson')
  async signInAsDemoPerson(
    @Input() { body }: Input<'signInAsDemoPerson'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.start(reply, await this.asDemoPerson.execute({ ...body, ...visitorOf(request) }));
  }

  private start(reply: FastifyReply, { token, session }: NewSession): Session {
    setSessionCookie(reply, token, this.cookie);
    return session;
  }
}
