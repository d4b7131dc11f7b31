import { Logger, Module, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '@patravali/config';
import { Jobs } from '@patravali/database';
import { OrganisationModule } from '@patravali/organisation';
import { EntityManager } from 'typeorm';
import * as commands from './commands';
import { Confirmation } from './confirmation/confirmation';
import { ConfirmByPassword } from './confirmation/confirm-by-password';
import { DELETE_EXPIRED_SESSIONS, DeleteExpiredSessions } from './session/delete-expired';
import { noteDemoSwitch } from './security/note-demo-switch';
import { SecurityEvents } from './security/security-events';
import { SecurityLog } from './security/security-log';
import { FindPerson } from './session/find-person';
import { FindSession } from './session/find-session';
import { ListSessions } from './own-sessions/list-sessions';
import { LiveSessions } from './own-sessions/live-sessions';
import { RecentUse } from './session/recent-use';
import { SessionPolicy } from './session/session-policy';
import { SignInAttempts } from './sign-in/sign-in-attempts';
import { WelcomeQuery } from './welcome';

const COMMANDS = Object.values(commands);
const QUERIES = [FindPerson, FindSession, ListSessions, LiveSessions, SecurityEvents, WelcomeQuery];

@Module({
  imports: [OrganisationModule],
  providers: [
    ...COMMANDS,
    ...QUERIES,
    DeleteExpiredSessions,
    RecentUse,
    SecurityLog,
    SignInAttempts,
    // A second factor is provided here in its place.
    { provide: Confirmation, useClass: ConfirmByPassword },
    {
      provide: SessionPolicy,
      useFactory: ({ sessionHours, demo, idleMinutes, sessionsPerPerson }: Config) =>
        new SessionPolicy(sessionHours, demo, idleMinutes, sessionsPerPerson),
      inject: [CONFIG],
    },
  ],
  exports: [...COMMANDS, ...QUERIES, RecentUse, SecurityLog],
})
export class IdentityModule implements OnModuleInit, OnApplicationBootstrap {
  private readonly logger = new Logger(IdentityModule.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly deleteExpired: DeleteExpiredSessions,
    private readonly database: EntityManager,
    private readonly policy: SessionPolicy,
  ) {}

  onModuleInit(): void {
    this.jobs.register(DELETE_EXPIRED_SESSIONS, () => this.deleteExpired.execute());
  }

  /** An office whose database is away starts nevertheless. */
  async onApplicationBootstrap(): Promise<void> {
    await noteDemoSwitch(this.database, this.policy.demo).catch((error: unknown) => this.logger.warn(error));
  }
}
