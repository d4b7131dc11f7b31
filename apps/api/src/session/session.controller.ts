import { Body, Controller, Inject, Req, Res } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import {
  ChangePassword as ChangePasswordRequest,
  Session,
  SignIn as SignInRequest,
  SignInAsDemoPerson as SignInAsDemoPersonRequest,
  SignInByLink as SignInByLinkRequest,
} from '@patravali/contract';
import { ChangePassword, type NewSession, SignIn, SignInAsDemoPerson, SignInByLink, type SignedIn, SignOut } from '@patravali/identity';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Operation } from '../http/operation.decorator';
import { CurrentSession } from './current-session.decorator';
import { Public } from './public.decorator';
import { clearSessionCookie, type CookieRules, setSessionCookie } from './session-cookie';
import { WithoutPost } from './without-post.decorator';

/** The three doors into the office. */
@Controller()
@Public()
export class SignInController {
  private readonly cookie: CookieRules;

  constructor(
    private readonly byPassword: SignIn,
    private readonly byOneTimeLink: SignInByLink,
    private readonly asDemoPerson: SignInAsDemoPerson,
    @Inject(CONFIG) { secureCookies, sessionHours }: Config,
  ) {
    this.cookie = { secure: secureCookies, hours: sessionHours };
  }

  @Operation('signIn', { answer: Session, status: 201 })
  async signIn(
    @Body({ schema: SignInRequest }) credentials: SignInRequest,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.enter(reply, await this.byPassword.execute({ ...credentials, address: ip }));
  }

  @Operation('signInByLink', { answer: Session, status: 201 })
  async signInByLink(
    @Body({ schema: SignInByLinkRequest }) link: SignInByLinkRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.enter(reply, await this.byOneTimeLink.execute(link));
  }

  @Operation('signInAsDemoPerson', { answer: Session, status: 201 })
  async signInAsDemoPerson(
    @Body({ schema: SignInAsDemoPersonRequest }) person: SignInAsDemoPersonRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    return this.enter(reply, await this.asDemoPerson.execute(person));
  }

  private enter(reply: FastifyReply, { token, session }: NewSession): Session {
    setSessionCookie(reply, token, this.cookie);
    return session;
  }
}

/** One's own session and password. */
@Controller()
@WithoutPost()
export class SessionController {
  private readonly cookie: CookieRules;

  constructor(
    private readonly endSession: SignOut,
    private readonly password: ChangePassword,
    @Inject(CONFIG) { secureCookies, sessionHours }: Config,
  ) {
    this.cookie = { secure: secureCookies, hours: sessionHours };
  }

  @Operation('getSession', { answer: Session })
  getSession(@CurrentSession() { session }: SignedIn): Session {
    return session;
  }

  @Operation('signOut', { status: 204 })
  async signOut(@CurrentSession() signedIn: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.endSession.execute(signedIn);
    clearSessionCookie(reply, this.cookie);
  }

  @Operation('changePassword', { status: 204 })
  changePassword(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: ChangePasswordRequest }) passwords: ChangePasswordRequest,
    @Req() { ip }: FastifyRequest,
  ): Promise<void> {
    return this.password.execute(signedIn, passwords, ip);
  }
}
