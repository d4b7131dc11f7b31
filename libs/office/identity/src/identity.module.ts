import { Module, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Jobs } from '@patravali/database';
import * as commands from './commands';
import { DELETE_EXPIRED_SESSIONS, DeleteExpiredSessions } from './delete-expired';
import { FindSession } from './session/find-session';
import { SessionPolicy } from './session/session-policy';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { WelcomeQuery } from './welcome';

const COMMANDS = Object.values(commands);
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
