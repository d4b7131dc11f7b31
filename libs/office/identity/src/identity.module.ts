import { Module, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Jobs } from '@patravali/database';
import { DELETE_EXPIRED_SESSIONS, DeleteExpiredSessions } from './delete-expired';
import { LoadOffice } from './load-office';
import { ChangePassword } from './password/change-password';
import { FindSession } from './session/find-session';
import { SessionPolicy } from './session/session-policy';
import { SignOut } from './session/sign-out';
import { MakeSignInLink } from './sign-in/make-sign-in-link';
import { SignIn } from './sign-in/sign-in';
import { SignInAsDemoPerson } from './sign-in/sign-in-as-demo-person';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { SignInByLink } from './sign-in/sign-in-by-link';
import { WelcomeQuery } from './welcome';

const COMMANDS = [ChangePassword, LoadOffice, MakeSignInLink, SignIn, SignInAsDemoPerson, SignInByLink, SignOut];
const QUERIES = [FindSession, WelcomeQuery];

@Module({
  providers: [
    ...COMMANDS,
    ...QUERIES,
    DeleteExpiredSessions,
    SignInAttempts,
    {
      provide: SessionPolicy,
      useFactory: ({ sessionHours, demo }: Config) => new SessionPolicy(sessionHours, demo),
      inject: [CONFIG],
    },
  ],
  exports: [...COMMANDS, ...QUERIES],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly deleteExpired: DeleteExpiredSessions,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELETE_EXPIRED_SESSIONS, () => this.deleteExpired.execute());
  }
}
